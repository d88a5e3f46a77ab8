package cadran.desktop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Row;
import cadran.model.views.SavedView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A morning's work without a hand on the mouse: find, give to another customer, tag, think better of it, keep the view. */
@SuppressWarnings("NullAway.Init") // set before each test
class ByKeysTest extends UiTest {
    private static final String TAKES_OVER = "Client 042";
    /** 01 44 00 08 00 to 99 that are given to a customer and not at work. */
    private static final int FOUND = 17;

    private Company company;
    private OpenProfile anna;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        company = Company.in(folder.resolve("company"));
        anna = company.reopened(company.desktop("Anna Morel", Role.TELECOM));
    }

    @AfterEach
    void close() {
        company.close();
    }

    private void say(String text) {
        write(text);
        quiet();
    }

    private static List<Row> found(OpenProfile who) {
        return who
                .store()
                .rows()
                .list(Query.of(Did.TYPE).matching("01440008").where(new Filter.Is("status", "ASSIGNED")))
                .stream()
                .map(GridRow::row)
                .toList();
    }

    private static Set<Object> values(OpenProfile who, String field) {
        return found(who).stream().map(row -> String.valueOf(row.get(field))).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aMorningsWork(Language language) throws Exception {
        boolean french = language == Language.FRENCH;
        var lea = company.desktop("Léa Marchand", company.server().administrator());
        var customer = anna.store()
                .rows()
                .list(Query.of(Customer.TYPE).where(new Filter.Is("name", TAKES_OVER)))
                .getFirst()
                .row();
        desk = desk(language);
        showProfile(desk, anna);
        quiet();

        press(KeyCode.SHORTCUT, KeyCode.K);
        say(desk.texts().get("entity.did.title"));
        press(KeyCode.ENTER);

        press(KeyCode.SHORTCUT, KeyCode.F);
        say(french ? "01440008 statut:affecté" : "01440008 status:assigned");
        await("what is looked for", () -> isShown(desk.texts().count("entity.did.count", FOUND)));
        press(KeyCode.ENTER);

        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        // Over the status, which stays, to the customer.
        type(KeyCode.TAB);
        type(KeyCode.TAB);
        say(TAKES_OVER);
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        assertEquals(Set.of(customer.id().toString()), values(anna, "customerId"), () -> texts().toString());
        assertEquals(FOUND, found(anna).size());

        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        say(french ? "à rappeler" : "call back");
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        assertNotEquals(Set.of("null"), values(anna, "tags"), () -> texts().toString());

        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(Set.of("null"), values(anna, "tags"));
        assertEquals(Set.of(customer.id().toString()), values(anna, "customerId"), "only the tags are taken back");

        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
        say(french ? "Repris en main" : "Taken over");
        press(KeyCode.ENTER);
        var view = anna.store().rows().list(Query.of(SavedView.TYPE)).getFirst().row();
        assertEquals(french ? "01440008 statut:affecté" : "01440008 status:assigned", view.text("filterLine"));

        Company.synced(anna);
        Company.until(
                lea, () -> values(lea, "customerId").equals(Set.of(customer.id().toString())));
        assertEquals(Set.of("null"), values(lea, "tags"));
        assertTrue(lea.store().rows().list(Query.of(SavedView.TYPE)).isEmpty(), "the view is Anna's own");
    }
}

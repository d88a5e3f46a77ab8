package cadran.desktop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Customer;
import cadran.model.catalog.Region;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people without a network want the same scarce numbers. */
@SuppressWarnings("NullAway.Init") // set before each test
class TwoOfflineTest extends UiTest {
    private static final String LINE = "statut:disponible région:" + CompanyRows.SCARCE_REGION;
    private static final String ANNAS = "Client 002";
    private static final String BENS = "Client 003";
    private static final int WANTED = 50;
    private static final int LEFT = CompanyRows.FREE_IN_SCARCE_REGION - WANTED;

    private Company company;
    private OpenProfile anna;
    private OpenProfile ben;

    @BeforeEach
    void open() throws Exception {
        keepsWindow = true;
        company = Company.in(folder.resolve("company"));
        anna = company.reopened(company.desktop("Anna Morel", Role.TELECOM));
        ben = company.reopened(company.desktop("Ben Faure", Role.TELECOM));
    }

    @AfterEach
    void close() {
        company.close();
    }

    /** Opens a window with the scarce free numbers in it. */
    private Desk list(OpenProfile who) {
        var desk = desk(Language.FRENCH);
        showProfile(desk, who);
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
        press(KeyCode.SHORTCUT, KeyCode.F);
        onFx(() -> ((TextField) byId("filter")).setText(LINE));
        var found = desk.texts().count("entity.did.count", CompanyRows.FREE_IN_SCARCE_REGION);
        await("found " + found, () -> isShown(found));
        return desk;
    }

    /** With the keyboard alone. */
    private Desk take(OpenProfile who, String customer) {
        var desk = list(who);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        write(customer);
        quiet();
        press(KeyCode.ENTER);
        press(KeyCode.TAB);
        write(String.valueOf(WANTED));
        assertTrue(
                isShown(text -> text.startsWith(CompanyRows.FREE_IN_SCARCE_REGION + " numéros libres")),
                () -> texts().toString());
        press(KeyCode.ENTER);
        assertTrue(isShown(desk.texts().count("bulk.changing", WANTED)), () -> texts().toString());
        press(KeyCode.ENTER);
        assertEquals(
                "op.number.take",
                Objects.requireNonNull(who.edits().history().undoLabel()).key());
        return desk;
    }

    /** The numbers of the scarce region that a customer was given and nobody uses. */
    private static SortedSet<String> had(OpenProfile who, String customer) {
        return numbers(
                who,
                new Filter.Is("status", "ASSIGNED"),
                new Filter.Whose(Customer.TYPE, "customerId", new Filter.Is("name", customer)));
    }

    private static SortedSet<String> free(OpenProfile who) {
        return numbers(who, new Filter.Is("status", "AVAILABLE"));
    }

    private static SortedSet<String> numbers(OpenProfile who, Filter... filters) {
        var scarce = new Filter.Whose(Region.TYPE, "regionId", new Filter.Is("code", CompanyRows.SCARCE_REGION));
        return who
                .store()
                .rows()
                .list(Query.of(Did.TYPE).where(List.of(filters)).where(scarce))
                .stream()
                .map(GridRow::row)
                .map(Row::label)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> without(SortedSet<String> all, SortedSet<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @Test
    void ofTheSameFiftyTheFirstHasThemAndTheOtherIsOfferedWhatIsLeft() throws Exception {
        var annasBefore = had(anna, ANNAS);
        var bensBefore = had(ben, BENS);
        var sixty = free(ben);
        assertEquals(CompanyRows.FREE_IN_SCARCE_REGION, sixty.size());

        // Nobody reaches the server: both take the same fifty.
        company.cutOff();
        take(anna, ANNAS);
        var annas = without(had(anna, ANNAS), annasBefore);
        assertEquals(WANTED, annas.size());
        assertFalse(anna.store().outbox().unanswered(1).isEmpty(), "nobody heard of it");
        take(ben, BENS);
        assertEquals(annas, without(had(ben, BENS), bensBefore), "the same, as far as he can know");
        assertFalse(ben.store().outbox().unanswered(1).isEmpty());

        // Ben's computer is off while Anna's syncs.
        ben = company.reopened(ben);
        company.reconnect();
        Company.synced(anna);
        assertEquals(0, anna.engine().status().attention());
        assertEquals(annas, without(had(anna, ANNAS), annasBefore), "the first has her fifty");

        var desk = desk(Language.FRENCH);
        showProfile(desk, ben);
        Company.synced(ben);
        Company.until(ben, () -> ben.engine().status().attention() == WANTED);
        assertEquals(bensBefore, had(ben, BENS));
        assertEquals(without(sixty, annas), free(ben));
        var waiting = ben.store().outbox().answers().waiting();
        assertEquals(WANTED, waiting.size());
        assertTrue(waiting.stream().allMatch(edit -> edit.verdict() == Verdict.CONFLICT), "each of them a conflict");
        assertEquals(
                annas,
                waiting.stream()
                        .map(edit -> Objects.requireNonNull(ben.store().rows().find(Did.TYPE, edit.rowId()))
                                .label())
                        .collect(Collectors.toCollection(TreeSet::new)));

        onFx(() -> desk.navigator().open("conflicts"));
        quiet();
        assertTrue(isShown("50 numéros pris par quelqu’un d’autre."), () -> texts().toString());
        assertTrue(isShown("10 autres numéros correspondent encore."), () -> texts().toString());
        assertTrue(isShown("Il en manque 40."), () -> texts().toString());
        var firstLeft = FieldText.number(without(sixty, annas).first());
        assertTrue(isShown(text -> text.startsWith(firstLeft)), () -> texts().toString());
        press(KeyCode.R);
        var bens = without(had(ben, BENS), bensBefore);
        assertEquals(without(sixty, annas), bens);
        assertEquals(LEFT, bens.size());
        assertEquals(0, ben.store().outbox().answers().attentionCount());
        assertTrue(isShown(desk.texts().get("conflicts.empty")), () -> texts().toString());

        Company.synced(ben);
        Company.until(anna, () -> without(had(anna, BENS), bensBefore).equals(bens));
        assertEquals(annas, without(had(anna, ANNAS), annasBefore));
        assertEquals(new TreeSet<String>(), free(anna));
        assertEquals(0, ben.engine().status().attention());

        // Whoever joins now finds each number once, with whom it went to.
        var clea = company.desktop("Cléa Petit", Role.TELECOM);
        assertEquals(annas, without(had(clea, ANNAS), annasBefore));
        assertEquals(bens, without(had(clea, BENS), bensBefore));
        assertEquals(CompanyRows.NUMBERS, clea.store().rows().count(Query.unordered(Did.TYPE)));

        // One step took them, and one gives them back.
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(bens, free(ben));
        assertEquals(bensBefore, had(ben, BENS));
    }

    @Test
    void whatAColleagueReservedMeanwhileStaysTheirs() {
        company.cutOff();
        var annas = list(anna);
        press(KeyCode.ENTER);
        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);
        press(KeyCode.ENTER);
        assertTrue(
                isShown(annas.texts().count("bulk.changing", CompanyRows.FREE_IN_SCARCE_REGION)),
                () -> texts().toString());
        press(KeyCode.ENTER);
        var reserved = new Filter.Is("reservedForId", anna.profile().user());
        assertEquals(CompanyRows.FREE_IN_SCARCE_REGION, numbers(anna, reserved).size());
        assertTrue(isShown("Disponible, réservé"), () -> texts().toString());
        company.reconnect();
        Company.synced(anna);

        company.cutOff();
        var desk = take(ben, BENS);
        company.reconnect();
        Company.until(ben, () -> ben.engine().status().attention() == WANTED);
        assertEquals(CompanyRows.FREE_IN_SCARCE_REGION, numbers(ben, reserved).size());
        assertEquals(CompanyRows.FREE_IN_SCARCE_REGION, free(ben).size());

        onFx(() -> desk.navigator().open("conflicts"));
        quiet();
        var until = desk.texts().formats().date(ben.workspace().today().plusDays(14));
        assertTrue(
                isShown(text -> text.startsWith("50 × Réservé pour Anna Morel jusqu’au " + until)),
                () -> texts().toString());
        assertTrue(isShown("Aucun autre numéro ne correspond."), () -> texts().toString());
        assertTrue(isShown("Il en manque 50."), () -> texts().toString());
    }
}

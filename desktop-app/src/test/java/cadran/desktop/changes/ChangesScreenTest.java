package cadran.desktop.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Customer;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The question, its answer, and the list of what is prepared, by keys alone. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class ChangesScreenTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(OpenProfile opened, Language language, String feature) {
        profile = opened;
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open(feature));
        quiet();
    }

    private List<Row> rows(EntityType<?> type, Filter... filters) {
        return profile.workspace.rows().list(Query.of(type).where(List.of(filters))).stream()
                .map(row -> row.row())
                .toList();
    }

    /** The customer with the most numbers. */
    private Row customer() {
        Map<UUID, Long> counts = rows(Did.TYPE).stream()
                .filter(did -> did.get("customerId") != null)
                .filter(did -> !"TERMINATED".equals(did.text("status")))
                .collect(Collectors.groupingBy(
                        did -> Objects.requireNonNull(did.reference("customerId")), Collectors.counting()));
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return Objects.requireNonNull(profile.workspace.rows().find(Customer.TYPE, most.getKey()));
    }

    private List<Row> numbersOf(Row customer) {
        return rows(Did.TYPE, new Filter.Is("customerId", customer.id())).stream()
                .filter(did -> !"TERMINATED".equals(did.text("status")))
                .toList();
    }

    private void ask(Row customer) {
        onFx(() -> desk.navigator().open("customers", customer.id().toString()));
        quiet();
        type(KeyCode.DOWN);
        quiet();
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
        quiet();
    }

    private String state() {
        return String.valueOf(rows(ChangeSet.TYPE).getFirst().text("state"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDepartureIsReviewedPreparedWithdrawnAndUndone(Language language) {
        open(OpenProfile.withNumbers(folder, Role.TELECOM, 400), language, "customers");
        var customer = customer();
        var numbers = numbersOf(customer);
        var own = numbers.getFirst();
        profile.open.run(new Intent.Patch(
                "did",
                own.id(),
                Map.of("contractHolder", new Change(null, customer.label().toUpperCase(Locale.ROOT)))));
        ask(customer);
        assertTrue(desk.modals().openProperty().get(), () -> texts().toString());
        int resting = numbers.size() - 1;
        assertTrue(
                isShown(text -> text.startsWith(resting + "\u00a0") || text.startsWith(resting + " ")),
                () -> texts().toString());
        assertTrue(isShown(text -> text.contains(customer.label().toUpperCase(Locale.ROOT))), () -> texts().toString());
        type(KeyCode.ENTER);
        quiet();
        assertFalse(desk.modals().openProperty().get());
        assertEquals(numbers.size(), rows(ChangeSetLine.TYPE).size());
        assertEquals(
                1,
                rows(ChangeSetLine.TYPE, new Filter.Is("effect", "AWAITS_PORT_OUT"))
                        .size());
        assertEquals("PREPARED", state());
        assertEquals(
                numbers.stream().map(Row::id).collect(Collectors.toSet()),
                numbersOf(customer).stream().map(Row::id).collect(Collectors.toSet()));

        type(KeyCode.DOWN);
        quiet();
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DELETE);
        quiet();
        assertEquals("PREPARED", state(), "it asks first");
        type(KeyCode.TAB);
        type(KeyCode.ENTER);
        quiet();
        assertEquals("WITHDRAWN", state(), () -> focused() + " " + texts());
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals("PREPARED", state());
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals(0, rows(ChangeSetLine.TYPE).size() + rows(ChangeSet.TYPE).size());
    }

    @Test
    void whatTheCustomerGotSinceIsShownAndTakenIn() {
        open(OpenProfile.withNumbers(folder, Role.TELECOM, 400), Language.FRENCH, "customers");
        var customer = customer();
        ask(customer);
        type(KeyCode.ENTER);
        quiet();
        int before = rows(ChangeSetLine.TYPE).size();
        var free = rows(Did.TYPE, new Filter.Is("status", "AVAILABLE")).getFirst();
        profile.open.run(new Intent.Move(
                "did",
                free.id(),
                "status",
                "ASSIGNED",
                Map.of("customerId", new Change(free.get("customerId"), customer.id()))));
        type(KeyCode.DOWN);
        quiet();
        assertTrue(isShown(text -> text.equals("1 numéro du client n’y est pas.")), () -> texts().toString());
        click(byText("Revoir et confirmer…"));
        quiet();
        assertTrue(isShown("1 numéro du client n’y est pas\u00a0: il s’y ajoute."), () -> texts().toString());
        type(KeyCode.ENTER);
        quiet();
        assertEquals(before + 1, rows(ChangeSetLine.TYPE).size());
        assertTrue(ChangeSet.TYPE.read(rows(ChangeSet.TYPE).getFirst()).isComplete(before + 1));
        assertFalse(ChangeSet.TYPE.read(rows(ChangeSet.TYPE).getFirst()).isComplete(before));
        assertFalse(isShown(text -> text.contains("n’y est pas")));
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
        quiet();
        assertTrue(desk.modals().openProperty().get());
        type(KeyCode.ESCAPE);
        assertFalse(desk.modals().openProperty().get());
    }

    @Test
    void theNumberItselfSaysWhatWaitsForItAndLeadsThere() {
        open(OpenProfile.withNumbers(folder, Role.TELECOM, 400), Language.FRENCH, "customers");
        var customer = customer();
        ask(customer);
        type(KeyCode.ENTER);
        quiet();
        var set = rows(ChangeSet.TYPE).getFirst();
        var day = desk.texts().formats().date((LocalDate) Objects.requireNonNull(set.get("takesEffectOn")));
        var number = numbersOf(customer).getFirst();
        onFx(() -> desk.navigator().open("numbers", number.id().toString()));
        quiet();
        var waiting = texts().stream()
                .filter(text -> text.startsWith(day + "\u00a0: "))
                .findFirst();
        onFx(() -> ((Hyperlink) byText(waiting.orElseThrow())).fire());
        quiet();
        assertTrue(isShown(set.label()), () -> texts().toString());
        profile.open.run(new Intent.Move(ChangeSet.TYPE.name(), set.id(), "state", "WITHDRAWN", Map.of()));
        onFx(() -> desk.navigator().open("numbers", number.id().toString()));
        quiet();
        assertFalse(isShown(text -> text.startsWith(day + "\u00a0: ")));
    }

    @Test
    void aDayThatIsOverPreparesNothing() {
        open(OpenProfile.withNumbers(folder, Role.TELECOM, 400), Language.FRENCH, "customers");
        ask(customer());
        click(byId("field-takesEffectOn"));
        type(KeyCode.SHORTCUT, KeyCode.A);
        write("01/01/2026");
        quiet();
        type(KeyCode.ENTER);
        quiet();
        assertTrue(desk.modals().openProperty().get());
        assertTrue(isShown(text -> text.equals("Choisissez un client et un jour à venir.")));
        assertEquals(0, rows(ChangeSet.TYPE).size());
    }

    @Test
    void whoMayOnlyReadIsNotAsked() {
        open(OpenProfile.in(folder, Role.VIEWER), Language.FRENCH, "change-sets");
        assertTrue(isShown(text -> text.equals("Aucun changement préparé")), () -> texts().toString());
        assertFalse(isShown(text -> text.contains("Préparer un départ")), () -> texts().toString());
    }
}

package cadran.desktop.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.i18n.Language;
import cadran.desktop.numbers.Reserving;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.sync.Colleague;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.Customer;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A departure was prepared, and its numbers did not stay as they were. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class ReviewScreenTest extends UiTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate DAY = TODAY.plusDays(5);

    private OpenProfile profile;
    private Desk desk;
    private Row customer;
    private UUID set;

    private void open(Language language, Role role) {
        profile = closing(OpenProfile.withNumbers(folder, role, 200));
        customer = rows(Customer.TYPE).getFirst();
        desk = desk(language);
        set = profile.workspace.ids().next();
    }

    private void show() {
        status.reminders().addAll(onFx(() -> profile.reminders(desk)));
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("change-sets", set.toString()));
        quiet();
        press(KeyCode.DOWN);
    }

    private List<Row> rows(EntityType<?> type, Filter... filters) {
        return profile.workspace.rows().list(Query.of(type).where(List.of(filters))).stream()
                .map(row -> row.row())
                .toList();
    }

    private List<Row> free() {
        return rows(Did.TYPE, new Filter.Is("status", "AVAILABLE"), new Filter.Is("restsUntil", null));
    }

    /** Without work for it yet: the customer's, and free. */
    private Row pooled(Row did) {
        profile.open.run(new Intent.Patch(
                "did", did.id(), Map.of("customerId", new Change(did.get("customerId"), customer.id()))));
        return now(did);
    }

    private Row now(Row row) {
        return Objects.requireNonNull(profile.workspace.rows().find(row.type(), row.id()));
    }

    private Row line(Row did) {
        return rows(ChangeSetLine.TYPE, new Filter.Is("didId", did.id())).getFirst();
    }

    private Row set() {
        return rows(ChangeSet.TYPE).getFirst();
    }

    private void hold(Row did, @Nullable String holder) {
        profile.open.run(new Intent.Patch(
                "did", did.id(), Map.of("contractHolder", new Change(did.get("contractHolder"), holder))));
    }

    private String count(String key, long count) {
        return desk.texts().count(key, count);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatChangedHandsIsSeenInTheListDecidedAnewAndUndoneAsOne(Language language) {
        open(language, Role.TELECOM);
        Departures.of(profile.workspace, customer, DAY).prepare(set);
        var lines = rows(ChangeSetLine.TYPE, new Filter.Is("effect", "RESTS"));
        int all = lines.size();
        var first = Objects.requireNonNull(profile.workspace
                .rows()
                .find(Did.TYPE, Objects.requireNonNull(lines.getFirst().reference("didId"))));
        show();
        assertTrue(isShown(count("change.standing.sound", all)), () -> texts().toString());
        assertFalse(isShown(count("change.to-review", 1)), () -> texts().toString());
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        assertFalse(desk.modals().openProperty().get());
        assertTrue(isShown(count("change.review.nothing", all)), () -> texts().toString());

        hold(first, customer.label());
        quiet();
        assertTrue(isShown(count("change.standing.review", 1)), () -> texts().toString());
        await("told below", () -> isShown(count("change.to-review", 1)));
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        assertTrue(isShown(count("change.review.changed", 1)), () -> texts().toString());
        assertTrue(
                isShown(text -> text.startsWith(desk.texts().get("change.no-holder") + " → " + customer.label())),
                () -> texts().toString());
        press(KeyCode.ENTER);
        assertFalse(desk.modals().openProperty().get());
        assertEquals("AWAITS_PORT_OUT", line(first).text("effect"));
        assertEquals(customer.label(), line(first).text("seenHolder"));
        assertEquals(BigDecimal.ONE, ((BigDecimal) Objects.requireNonNull(set().get("portOutCount"))).setScale(0));
        assertTrue(isShown(count("change.standing.sound", all)), () -> texts().toString());
        await("told no more", () -> !isShown(count("change.to-review", 1)));

        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("RESTS", line(first).text("effect"));
        assertTrue(isShown(count("change.standing.review", 1)), () -> texts().toString());
    }

    /** Of three lines two came, as the server refused one; and it is near. */
    @Test
    void anIncompleteOneIsToldAtHomeAndCompletedWithWhatIsThere() {
        open(Language.FRENCH, Role.TELECOM);
        var here = rows(Did.TYPE, new Filter.Is("customerId", customer.id()));
        var two = here.subList(0, 2);
        prepared(DAY, 3, two);
        // What else the customer has leaves it, so that nothing can be added.
        var other = rows(Customer.TYPE).getLast();
        here.subList(2, here.size())
                .forEach(did -> profile.open.run(new Intent.Patch(
                        "did", did.id(), Map.of("customerId", new Change(customer.id(), other.id())))));
        show();
        assertTrue(isShown("1 ligne manque"), () -> texts().toString());
        onFx(() -> desk.navigator().open("home"));
        quiet();
        click(byText("1 changement préparé à revoir"));
        quiet();
        press(KeyCode.DOWN);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        assertTrue(isShown(count("change.review.lost", 1)), () -> texts().toString());
        press(KeyCode.ENTER);
        assertEquals(new BigDecimal(2), ((BigDecimal) Objects.requireNonNull(set().get("restCount"))).setScale(0));
        assertTrue(isShown("2 numéros prêts"), () -> texts().toString());
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertTrue(isShown("1 ligne manque"), () -> texts().toString());
    }

    @Test
    void oneWhoseDayWentByIncompleteIsSaidToHappenNoMore() {
        open(Language.FRENCH, Role.TELECOM);
        prepared(
                TODAY.minusDays(1),
                3,
                rows(Did.TYPE, new Filter.Is("customerId", customer.id())).subList(0, 1));
        show();
        assertTrue(isShown("En retard, incomplet"), () -> texts().toString());
        assertTrue(isShown("1 changement préparé à revoir"), () -> texts().toString());
        assertTrue(isShown(desk.texts().get("change.overdue")), () -> texts().toString());
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        assertFalse(desk.modals().openProperty().get());
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DELETE);
        press(KeyCode.TAB);
        press(KeyCode.ENTER);
        assertEquals("WITHDRAWN", set().text("state"));
        await("told no more", () -> !isShown("1 changement préparé à revoir"));
    }

    private void prepared(LocalDate day, int count, List<Row> dids) {
        var colleague = new Colleague(profile.open);
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("kind", "CUSTOMER_LEAVES");
        values.put("customerId", customer.id());
        values.put("takesEffectOn", day);
        values.put("state", "PREPARED");
        values.put("description", "Fin de contrat");
        values.put("restCount", new BigDecimal(count));
        values.put("portOutCount", BigDecimal.ZERO);
        colleague.does(new Intent.Create("change_set", set, values));
        for (var did : dids) {
            var line = new HashMap<String, @Nullable Object>();
            line.put("changeSetId", set);
            line.put("didId", did.id());
            line.put("effect", "RESTS");
            line.put("seenHolder", did.text("contractHolder"));
            colleague.does(
                    new Intent.Create("change_set_line", profile.workspace.ids().next(), line));
        }
        colleague.sync();
    }

    /** Kept for a colleague beyond the day, for oneself until before it, and at work for somebody else. */
    @Test
    void whatOthersHaveInMindWithItsNumbersIsSaidBeforeAndAfter() {
        open(Language.FRENCH, Role.TELECOM);
        var office = new Reserving(profile);
        var kept = pooled(free().getFirst());
        var mine = pooled(free().stream()
                .filter(did -> did.get("customerId") == null)
                .findFirst()
                .orElseThrow());
        office.reserveForOther(List.of(kept), DAY);
        office.reserve(List.of(mine), OpenStore.USER, TODAY);
        show();
        onFx(() -> desk.navigator().open("customers", customer.id().toString()));
        quiet();
        press(KeyCode.DOWN);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
        click(byId("field-takesEffectOn"));
        type(KeyCode.SHORTCUT, KeyCode.A);
        write("25/11/2026");
        quiet();
        assertTrue(
                isShown(text ->
                        text.startsWith("1 numéro sera encore réservé ce jour-là («\u202fBen Faure\u202f» (1))")),
                () -> texts().toString());
        assertTrue(
                isShown("1 numéro est réservé aujourd’hui («\u202fAnna Morel\u202f» (1))."), () -> texts().toString());
        press(KeyCode.ENTER);
        assertFalse(desk.modals().openProperty().get(), () -> texts().toString());
        press(KeyCode.DOWN);
        assertTrue(isShown("1 numéro à revoir"), () -> texts().toString());
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        assertTrue(isShown(count("change.review.reserved", 1)), () -> texts().toString());
        assertTrue(
                isShown(text -> text.endsWith("Réservé pour Ben Faure jusqu’au 25/11/2026")), () -> texts().toString());
        press(KeyCode.ENTER);
        assertTrue(desk.modals().openProperty().get(), "there is nothing to confirm");
    }

    @Test
    void plannedWorkAndOtherCustomersCampaignsAreSaid() {
        open(Language.FRENCH, Role.TELECOM);
        var row = profile.workspace.rows();
        var preview = LeavingPreview.of(customer, DAY, TODAY, row);
        assertEquals(0, preview.clashes().planned());
        assertTrue(preview.clashes().shared().isEmpty());
        assertTrue(preview.clashes().staying().isEmpty());
        var did = rows(Did.TYPE, new Filter.Is("customerId", customer.id()), new Filter.Is("status", "ASSIGNED"))
                .getFirst();
        var colleague = new Colleague(profile.open);
        var campaign = rows(Campaign.TYPE).stream()
                .filter(each -> !customer.id().equals(each.get("customerId")))
                .findFirst()
                .orElseThrow();
        var values = new HashMap<String, @Nullable Object>();
        values.put("didId", did.id());
        values.put("campaignId", campaign.id());
        values.put("startsOn", DAY);
        values.put("inbound", true);
        values.put("outbound", true);
        colleague.does(new Intent.Create("assignment", profile.workspace.ids().next(), values));
        colleague.sync();
        var after = LeavingPreview.of(customer, DAY, TODAY, row).clashes();
        assertEquals(1, after.planned());
        var whose = row.label(Customer.TYPE, Objects.requireNonNull(campaign.reference("customerId")));
        assertEquals(Map.of(campaign.label() + ", " + whose, 1L), after.shared());
        assertEquals(
                0,
                LeavingPreview.of(customer, DAY.plusDays(1), TODAY, row)
                        .clashes()
                        .planned(),
                "it begins before");
    }

    @Test
    void whoMayOnlyReadIsNotTold() {
        open(Language.FRENCH, Role.VIEWER);
        prepared(
                TODAY.minusDays(1),
                3,
                rows(Did.TYPE, new Filter.Is("customerId", customer.id())).subList(0, 1));
        show();
        assertTrue(isShown("En retard, incomplet"), () -> texts().toString());
        assertFalse(isShown("1 changement préparé à revoir"), () -> texts().toString());
    }
}

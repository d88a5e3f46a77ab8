package cadran.desktop.ranges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.NumbersOfRange;
import cadran.desktop.store.Occupancy;
import cadran.desktop.sync.Colleague;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberRange;
import cadran.model.organisations.Role;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // set at the start of each test
class RangesScreenTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(OpenProfile opened, Language language) {
        profile = opened;
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("ranges"));
        quiet();
    }

    private List<Row> rows(EntityType<?> type) {
        return rows(Query.of(type));
    }

    private List<Row> rows(Query query) {
        return profile.workspace.rows().list(query).stream()
                .map(row -> row.row())
                .toList();
    }

    private NumbersOfRange numbersOf(Row range) {
        return profile.workspace.rows().numbersOf(NumberRange.TYPE.read(range));
    }

    private void addRange(String first, String last) {
        type(KeyCode.SHORTCUT, KeyCode.N);
        quiet();
        click(byId("field-firstNumber"));
        write(first);
        type(KeyCode.TAB);
        write(last);
        pick("field-carrierId", "Orange");
    }

    private void pick(String field, String typed) {
        click(byId(field));
        write(typed);
        quiet();
        await("choices of " + field, () -> Window.getWindows().size() > 1);
        type(KeyCode.ENTER);
        settle();
    }

    /** From nothing to numbers that a customer has, and back, without a mouse but to go to the fields. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void aRangeIsMadeCompletedAndTakenFrom(Language language) {
        open(OpenProfile.in(folder, Role.TELECOM), language);
        addRange("01.44-00 00 00", "+33 1 44 00 00 19");
        assertTrue(
                isShown(text -> text.contains("01\u00a044\u00a000\u00a000\u00a019") && text.contains("20")),
                () -> texts().toString());
        type(KeyCode.ENTER);
        quiet();
        var range = rows(NumberRange.TYPE).getFirst();
        assertEquals("+33144000000", range.text("firstNumber"));
        assertEquals("+33144000019", range.text("lastNumber"));

        type(KeyCode.DOWN);
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        quiet();
        assertTrue(desk.modals().openProperty().get());
        type(KeyCode.ENTER);
        quiet();
        assertEquals(20, rows(Did.TYPE).size());
        var number = rows(Did.TYPE).getFirst();
        assertEquals("Île-de-France", number.text("description"));
        assertEquals(range.get("carrierId"), number.get("carrierId"));

        var customer = OpenStore.customer("DURAND", "Durand et Fils");
        profile.open.run(TestOp.adding(customer));
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        quiet();
        pick("field-customerId", "Durand");
        quiet();
        click(byId("field-count"));
        write("21");
        type(KeyCode.ENTER);
        quiet();
        assertTrue(desk.modals().openProperty().get(), "there are only 20");
        type(KeyCode.SHORTCUT, KeyCode.A);
        write("3");
        type(KeyCode.ENTER);
        quiet();
        assertFalse(desk.modals().openProperty().get(), () -> texts().toString());
        var taken = rows(Query.of(Did.TYPE).where(new Filter.Is("customerId", customer.id())));
        assertEquals(
                List.of("+33144000000", "+33144000001", "+33144000002"),
                taken.stream().map(row -> row.text("e164")).toList());
        assertTrue(isShown("01\u00a044\u00a000\u00a000\u00a003"), () -> texts().toString());

        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals(List.of(), rows(Query.of(Did.TYPE).where(new Filter.Is("customerId", customer.id()))));
        type(KeyCode.SHORTCUT, KeyCode.Z);
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals(0, rows(Did.TYPE).size());
    }

    @Test
    void aRangeThatMeetsAnotherIsRefusedBesideItsFirstNumber() {
        open(OpenProfile.withNumbers(folder, Role.TELECOM, 200), Language.FRENCH);
        var taken = rows(NumberRange.TYPE).getFirst();
        int before = rows(NumberRange.TYPE).size();
        addRange(Objects.requireNonNull(taken.text("lastNumber")), Objects.requireNonNull(taken.text("lastNumber")));
        type(KeyCode.ENTER);
        quiet();
        assertTrue(
                isShown(text -> text.contains("en commun avec 01\u00a099\u00a000\u00a000\u00a000 – 01")),
                () -> texts().toString());
        assertEquals(before, rows(NumberRange.TYPE).size());
    }

    @Test
    void occupancyIsToldInFiguresAndFollowsTheNumbers() {
        open(OpenProfile.withNumbers(folder, Role.TELECOM, 400), Language.FRENCH);
        var today = profile.workspace.today();
        var range = rows(NumberRange.TYPE).stream()
                .filter(row -> numbersOf(row).countFree(null, OpenStore.USER, today) >= 2)
                .findFirst()
                .orElseThrow();
        onFx(() -> desk.navigator().open("ranges", range.id().toString()));
        quiet();
        var figures = numbersOf(range).occupancy(today);
        assertTrue(isShown(figures(figures)), () -> texts().toString());
        assertTrue(figures.missing() > 0, "the last figure is there, too");
        type(KeyCode.DOWN);
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        quiet();
        var customer = rows(Customer.TYPE).getFirst();
        pick("field-customerId", Objects.requireNonNull(customer.text("name")).substring(0, 6));
        quiet();
        click(byId("field-count"));
        write("2");
        type(KeyCode.ENTER);
        quiet();
        assertFalse(desk.modals().openProperty().get(), () -> texts().toString());
        var after = numbersOf(range).occupancy(today);
        assertEquals(figures.used() + 2, after.used());
        assertEquals(figures.free() - 2, after.free());
        await("counted again", () -> isShown(figures(after)));
    }

    /** Of five, a colleague without a network took the same three, and was the first whom the server heard. */
    @Test
    void whoWasTooLateIsOfferedWhatTheRangeStillHas() {
        open(OpenProfile.withNumbers(folder, Role.TELECOM, 400), Language.FRENCH);
        var today = profile.workspace.today();
        var customers = rows(Customer.TYPE);
        var mine = customers.getFirst();
        // Of nobody's pool, where both may take.
        var range = rows(NumberRange.TYPE).stream()
                .filter(row -> numbersOf(row).countFree(null, OpenStore.USER, today) >= 5)
                .filter(row -> numbersOf(row).countFree(mine.id(), OpenStore.USER, today)
                        == numbersOf(row).countFree(null, OpenStore.USER, today))
                .findFirst()
                .orElseThrow();
        long all = numbersOf(range).countFree(mine.id(), OpenStore.USER, today);
        var colleague = new Colleague(profile.open);
        var contested = numbersOf(range).free(mine.id(), OpenStore.USER, today, 3);
        profile.workspace
                .edits()
                .run(new TakeNumbers(NumberRange.TYPE.read(range), mine.id(), OpenStore.USER, 3, today, "A"));
        contested.forEach(did -> colleague.does(new Intent.Move(
                "did",
                did.id(),
                "status",
                "ASSIGNED",
                Map.of(
                        "customerId",
                        new Change(did.get("customerId"), customers.getLast().id())))));
        colleague.sync();
        var left = numbersOf(range).free(mine.id(), OpenStore.USER, today, 3);
        assertEquals(all - 3, numbersOf(range).countFree(mine.id(), OpenStore.USER, today));
        onFx(() -> desk.navigator().open("conflicts"));
        quiet();
        assertTrue(isShown("3 numéros pris par quelqu’un d’autre."), () -> texts().toString());
        int found = Math.min(3, Math.toIntExact(all - 3));
        assertTrue(
                isShown(text -> text.startsWith(found + " autres numéros correspondent encore")),
                () -> texts().toString());
        type(KeyCode.R);
        quiet();
        left.forEach(did -> {
            var now = Objects.requireNonNull(profile.workspace.rows().find(Did.TYPE, did.id()));
            assertEquals("ASSIGNED", now.text("status"));
            assertEquals(mine.id(), now.get("customerId"));
        });
        contested.forEach(did -> assertEquals(
                customers.getLast().id(),
                Objects.requireNonNull(profile.workspace.rows().find(Did.TYPE, did.id()))
                        .get("customerId")));
        assertTrue(isShown(desk.texts().get("conflicts.empty")), () -> texts().toString());
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals(all - 3, numbersOf(range).countFree(mine.id(), OpenStore.USER, today));
    }

    private String figures(Occupancy found) {
        var texts = desk.texts();
        return texts.get("range.figures", "used", found.used(), "size", found.size(), "free", found.free())
                + (found.reserved() == 0 ? "" : " " + texts.count("range.figures.reserved", found.reserved()))
                + " " + texts.count("range.figures.missing", found.missing());
    }

    @Test
    void aReaderSeesAndCannotChange() {
        open(OpenProfile.withNumbers(folder, Role.VIEWER, 200), Language.FRENCH);
        type(KeyCode.DOWN);
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        quiet();
        assertFalse(desk.modals().openProperty().get());
        assertTrue(isShown(desk.texts().get("range.next-free")));
    }
}

package cadran.desktop.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // set at the start of each test
class ReservationScreensTest extends UiTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private OpenProfile profile;
    private Reserving office;
    private Desk desk;

    private void open(Language language, Role role) {
        profile = closing(OpenProfile.withNumbers(folder, role, 200));
        office = new Reserving(profile);
        desk = desk(language);
        status.reminders().addAll(onFx(() -> profile.reminders(desk)));
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
    }

    private Row now(Row row) {
        return Objects.requireNonNull(profile.workspace.rows().find(Did.TYPE, row.id()));
    }

    private void show(Row row) {
        onFx(() -> desk.navigator().open("numbers", row.id().toString()));
        quiet();
        press(KeyCode.DOWN);
    }

    private String until(LocalDate day) {
        return desk.texts()
                .get(
                        "number.reserved.until",
                        "holder",
                        Reserving.ME,
                        "date",
                        desk.texts().formats().date(day));
    }

    @ParameterizedTest
    @EnumSource
    void aFreeNumberIsReservedForOneselfWithTwoKeysAndFreedWithOne(Language language) {
        open(language, Role.TELECOM);
        var number = office.free().getFirst();
        show(number);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);
        press(KeyCode.ENTER);
        assertEquals(OpenStore.USER, now(number).get("reservedForId"));
        assertEquals(OpenStore.USER, now(number).get("reservedById"));
        assertEquals(TODAY.plusDays(14), now(number).get("reservedUntil"));
        assertTrue(isShown(desk.texts().get("number.reserved")), () -> texts().toString());
        assertTrue(isShown(until(TODAY.plusDays(14))), () -> texts().toString());
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.U);
        assertEquals(number.values(), now(number).values());
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(OpenStore.USER, now(number).get("reservedForId"));
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(number.values(), now(number).values());
    }

    @Test
    void whatAColleagueReservedIsRefusedWithWhoHasItAndUntilWhen() {
        open(Language.FRENCH, Role.TELECOM);
        var number = office.free().getFirst();
        office.reserve(List.of(number), Reserving.BEN, TODAY.plusDays(3));
        quiet();
        show(number);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);
        press(KeyCode.ENTER);
        assertTrue(
                isShown(text -> text.startsWith("Réservé pour Ben Faure jusqu’au 23/11/2026\u00a0: attendez")),
                () -> texts().toString());
        press(KeyCode.ESCAPE);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.U);
        assertEquals(Reserving.BEN, now(number).get("reservedForId"));
    }

    @Test
    void anAdministratorEndsIt() {
        open(Language.FRENCH, Role.ADMIN);
        var number = office.free().getFirst();
        office.reserve(List.of(number), Reserving.BEN, TODAY.plusDays(3));
        quiet();
        show(number);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.U);
        assertNull(now(number).get("reservedForId"));
        assertNull(now(number).get("reservationReason"));
    }

    @ParameterizedTest
    @EnumSource
    void theHolderIsRemindedOfWhatEndsSoonOrIsOverAndGoesThere(Language language) {
        open(language, Role.TELECOM);
        var free = office.free();
        office.reserve(free.subList(0, 2), OpenStore.USER, TODAY.plusDays(3));
        office.reserve(free.subList(2, 3), OpenStore.USER, TODAY.minusDays(1));
        office.reserve(free.subList(3, 4), OpenStore.USER, TODAY.plusDays(4));
        office.reserve(free.subList(4, 5), Reserving.BEN, TODAY);
        quiet();
        click(byText(desk.texts().count("reservation.ending", 3)));
        quiet();
        var found = desk.texts().count("entity.did.count", 3);
        await("found " + found, () -> isShown(found));
        office.reserve(free.subList(0, 3), OpenStore.USER, TODAY.plusDays(9));
        quiet();
        assertFalse(isShown(text -> text.contains(desk.texts().count("reservation.ending", 3))));
    }

    /** Whoever may end others' reservations is told of those that nobody looks after any more. */
    @ParameterizedTest
    @EnumSource
    void whatAColleagueWhoLeftReservedIsFoundAndFreedAtOnce(Language language) {
        open(language, Role.ADMIN);
        office.reserveForOther(office.free().subList(0, 3), TODAY.plusDays(3));
        office.reserve(office.free().subList(3, 4), OpenStore.USER, TODAY.plusDays(9));
        quiet();
        var told = desk.texts().count("reservation.left", 3);
        assertFalse(isShown(told));
        office.leaves();
        quiet();
        onFx(() -> desk.navigator().open("home"));
        quiet();
        await("told", () -> isShown(told));
        click(byText(told));
        quiet();
        var found = desk.texts().count("entity.did.count", 3);
        await("found " + found, () -> isShown(found));
        assertEquals(3, count("réservé:parti"));
        assertEquals(3, count("reserved:left"));
        var free = office.free().getFirst();
        show(free);
        assertEquals(Reserving.BEN, now(free).get("reservedForId"));
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.U);
        assertNull(now(free).get("reservedForId"));
        var again = desk.texts().count("reservation.left", 2);
        await("told", () -> isShown(again));
    }

    @Test
    void whoMayNotFreeThemIsNotToldOfThem() {
        open(Language.FRENCH, Role.TELECOM);
        office.reserveFirst(3, Reserving.BEN, TODAY.plusDays(3));
        office.leaves();
        quiet();
        assertEquals(3, count("réservé:parti"));
        assertFalse(isShown(desk.texts().count("reservation.left", 3)));
    }

    /** It keeps nothing any more, and is no reason to refuse the way back of the others. */
    @Test
    void ofReservationsThatWereFreedTheOnesThatAreOverDoNotComeBack() {
        open(Language.FRENCH, Role.TELECOM);
        var free = office.free();
        office.reserve(free.subList(0, 1), OpenStore.USER, TODAY.minusDays(1));
        office.reserve(free.subList(1, 2), OpenStore.USER, TODAY.plusDays(2));
        quiet();
        press(KeyCode.SHORTCUT, KeyCode.F);
        write("réservé-par:ben");
        var found = desk.texts().count("entity.did.count", 2);
        await("found " + found, () -> isShown(found));
        press(KeyCode.ENTER);
        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.U);
        press(KeyCode.ENTER);
        assertNull(now(free.get(0)).get("reservedForId"), () -> texts().toString());
        assertNull(now(free.get(1)).get("reservedForId"));
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertNull(now(free.get(0)).get("reservedForId"));
        assertEquals(OpenStore.USER, now(free.get(1)).get("reservedForId"), () -> texts().toString());
    }

    @Test
    void theKeysFindWhatIsReservedForWhomAndUntilWhen() {
        open(Language.FRENCH, Role.TELECOM);
        office.reserveFirst(3, Reserving.BEN, TODAY.plusDays(3));
        office.reserve(office.free().subList(3, 5), OpenStore.USER, TODAY.plusDays(40));
        office.reserve(office.free().subList(5, 9), OpenStore.USER, TODAY.minusDays(1));
        assertEquals(5, count("réservé:oui"));
        assertEquals(5, count("reserved:yes"));
        assertEquals(195, count("réservé:non"));
        assertEquals(3, count("réservataire:faure"));
        assertEquals(3, count("reserved-for:\"Ben Faure\""));
        assertEquals(2, count("réservataire:anna réservé:oui"));
        assertEquals(7, count("réservé<24/11/2026"));
        assertEquals(9, count("réservé-par:ben"));
    }

    private long count(String line) {
        var filters = NumberKeys.filter(desk.texts(), profile.workspace, List.of(), List::of)
                .read(line);
        return profile.workspace.rows().count(Query.of(Did.TYPE).where(filters.orElseThrow()));
    }

    @Test
    void aTakeLeavesOutWhatRestsAndWhatOthersReservedAndSaysHowManyAreMissing() {
        open(Language.FRENCH, Role.TELECOM);
        var customer = profile.workspace
                .rows()
                .list(Query.of(Customer.TYPE))
                .getFirst()
                .row();
        var numbers = new FreeNumbers(profile.workspace.rows(), OpenStore.USER, profile.workspace.today());
        var all = Query.of(Did.TYPE);
        long before = numbers.count(all, customer.id());
        var first = numbers.first(all, customer.id(), 4);
        office.reserve(first.subList(0, 2), Reserving.BEN, TODAY);
        office.reserve(first.subList(2, 3), OpenStore.USER, TODAY);
        assertEquals(before - 2, numbers.count(all, customer.id()));
        assertEquals(
                List.of(first.get(2).id(), first.get(3).id()),
                numbers.first(all, customer.id(), 2).stream().map(Row::id).toList());
        var wish = new TakeMatching.Wish("", customer.id(), "");
        var today = profile.workspace.today();
        int tooMany = Math.toIntExact(before);
        var fewer = assertThrows(
                        ProblemException.class,
                        () -> profile.workspace
                                .edits()
                                .run(new TakeMatching(wish, all, tooMany, OpenStore.USER, today)))
                .problem();
        assertEquals("take.fewer_free", fewer.code());
        assertEquals("2", fewer.args().get("missing"));
        profile.workspace.edits().run(new TakeMatching(wish, all, 2, OpenStore.USER, today));
        assertEquals("ASSIGNED", now(first.get(2)).get("status"));
        assertNull(now(first.get(2)).get("reservedForId"), "what it was reserved for has happened");
        assertEquals(customer.id(), now(first.get(3)).get("customerId"));
        profile.workspace.edits().undo();
        assertEquals(OpenStore.USER, now(first.get(2)).get("reservedForId"));
        assertNotEquals("ASSIGNED", now(first.get(3)).get("status"));
    }
}

package cadran.model.numbers;

import static cadran.model.numbers.AssignmentPlanTest.CAMPAIGN;
import static cadran.model.numbers.AssignmentPlanTest.CUSTOMER;
import static cadran.model.numbers.AssignmentPlanTest.ORGANISATION;
import static cadran.model.numbers.AssignmentPlanTest.TODAY;
import static cadran.model.numbers.AssignmentPlanTest.assignment;
import static cadran.model.numbers.AssignmentPlanTest.did;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.model.catalog.MemberName;
import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.Decide;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReservationTest {
    private static final UUID ANNA = new UUID(7, 1);
    private static final UUID BEN = new UUID(7, 2);
    private static final UUID CLEA = new UUID(7, 3);
    private static final UUID GONE = new UUID(7, 4);
    private static final LocalDate FRIDAY = TODAY.plusDays(4);
    private static final Row FREE = did(DidStatus.AVAILABLE, null);
    private static final Row ANNAS = reserved(FREE, ANNA, FRIDAY);

    private record As(@Nullable UUID author, Set<Permission> rights, LocalDate today, List<Row> rows)
            implements Neighbours {
        @Override
        public @Nullable Row find(EntityType<?> type, UUID id) {
            return type == MemberName.TYPE
                    ? MemberName.TYPE.row(
                            new MemberName(id, id.equals(ANNA) ? "Anna" : "Ben", !id.equals(GONE)), ORGANISATION)
                    : rows.stream()
                            .filter(row -> row.type() == type && row.id().equals(id))
                            .findFirst()
                            .orElse(null);
        }

        @Override
        public List<Row> pointingTo(EntityType<?> type, String field, UUID id) {
            return List.of();
        }

        @Override
        public boolean isPointedTo(EntityType<?> type, String field, UUID id, String other, Object value) {
            return false;
        }

        @Override
        public List<Row> meeting(Row row, String first, String last) {
            return List.of();
        }

        @Override
        public boolean mayAuthor(Permission permission) {
            return rights.contains(permission);
        }
    }

    private static As as(@Nullable UUID author, Permission... rights) {
        return new As(author, Set.of(rights), TODAY, List.of());
    }

    private static Row reserved(Row did, UUID holder, LocalDate until) {
        return did.with("reservedForId", holder).with("reservedUntil", until);
    }

    private static @Nullable Problem problem(Neighbours author, @Nullable Row before, Row after) {
        return Did.TYPE.rules().checkBeside(before, after, author);
    }

    private static String code(Neighbours author, @Nullable Row before, Row after) {
        var problem = problem(author, before, after);
        return problem == null ? "" : problem.code();
    }

    @Test
    void nobodyButTheHolderTakesIt() {
        var taken = List.of(
                ANNAS.with("status", "ASSIGNED").with("customerId", CUSTOMER),
                ANNAS.with("status", "TERMINATED"),
                ANNAS.with("customerId", CUSTOMER),
                reserved(ANNAS, BEN, FRIDAY),
                ANNAS.with("reservedUntil", FRIDAY.plusDays(9)),
                ANNAS.with("reservationReason", "x"),
                FREE);
        for (var after : taken) {
            assertEquals("number.reserved", code(as(BEN), ANNAS, after));
            assertEquals("number.reserved", code(as(null), ANNAS, after), "a program is nobody's holder");
            assertEquals("", code(as(ANNA), ANNAS, after));
            assertEquals("", code(as(BEN), ANNAS.with("reservedById", BEN), after), "who keeps it for her");
        }
        var problem = Objects.requireNonNull(problem(as(BEN), ANNAS, FREE));
        assertEquals(Map.of("holder", "Anna", "until", FRIDAY.toString()), problem.args());
        assertEquals("reservedForId", problem.field());
        assertEquals("", code(as(BEN), ANNAS, ANNAS.with("description", "what it is, everybody may say")));
    }

    @Test
    void itIsNeitherDeletedNorAssignedBehindTheHoldersBack() {
        var rules = Did.TYPE.rules();
        assertNull(rules.checkDelete(ANNAS, as(ANNA)));
        assertNull(rules.checkDelete(FREE, as(BEN)));
        assertEquals(
                "number.reserved",
                Objects.requireNonNull(rules.checkDelete(ANNAS, as(BEN))).code());
        var pooled = ANNAS.with("customerId", CUSTOMER);
        var made = assignment(1, TODAY, null);
        var beside = List.of(pooled, CAMPAIGN);
        var assigning = Assignment.TYPE.rules();
        assertNull(assigning.checkBeside(null, made, new As(ANNA, Set.of(), TODAY, beside)));
        assertEquals(
                "number.reserved",
                Objects.requireNonNull(assigning.checkBeside(null, made, new As(BEN, Set.of(), TODAY, beside)))
                        .code());
    }

    @Test
    void whoeverMayFreeItDoesSoByEndingItAndNotByChance() {
        var admin = as(BEN, Permission.RESERVATION_RELEASE);
        assertEquals("", code(admin, ANNAS, FREE));
        assertEquals("", code(admin, ANNAS, reserved(ANNAS, BEN, FRIDAY)));
        assertEquals("", code(admin, ANNAS, FREE.with("status", "ASSIGNED").with("customerId", CUSTOMER)));
        // As over a reservation that they never saw.
        assertEquals(
                "number.reserved",
                code(admin, ANNAS, ANNAS.with("status", "ASSIGNED").with("customerId", CUSTOMER)));
        assertEquals("number.reserved", code(admin, ANNAS, ANNAS.with("reservationReason", "x")));
    }

    @Test
    void itEndsByItself() {
        assertEquals(FRIDAY, Reservation.runsUntil(ANNAS, FRIDAY));
        assertNull(Reservation.runsUntil(ANNAS, FRIDAY.plusDays(1)));
        var later = new As(BEN, Set.of(), FRIDAY.plusDays(1), List.of());
        assertEquals("", code(later, ANNAS, reserved(ANNAS, BEN, FRIDAY.plusDays(9))));
        assertEquals("", code(later, ANNAS, ANNAS.with("status", "ASSIGNED").with("customerId", CUSTOMER)));
    }

    @Test
    void onlyWhatIsFreeIsReserved() {
        for (var status : DidStatus.values()) {
            var before = did(status, CUSTOMER);
            assertEquals(
                    status == DidStatus.AVAILABLE ? "" : "reservation.not_available",
                    code(as(ANNA), before, reserved(before, ANNA, FRIDAY)));
        }
        var resting = FREE.with("restsUntil", TODAY);
        assertEquals("reservation.resting", code(as(ANNA), resting, reserved(resting, ANNA, FRIDAY)));
        var rested = FREE.with("restsUntil", TODAY.minusDays(1));
        assertEquals("", code(as(ANNA), rested, reserved(rested, ANNA, FRIDAY)));
        assertEquals(
                "reservation.not_available",
                code(as(ANNA), null, reserved(did(DidStatus.ORDERED, null), ANNA, FRIDAY)));
    }

    @Test
    void itIsForADayThatIsNotOverAndForSomebodyWhoIsHere() {
        var yesterday = TODAY.minusDays(1);
        assertEquals("", code(as(ANNA), FREE, reserved(FREE, ANNA, TODAY)));
        for (var before : List.of(FREE, ANNAS, reserved(FREE, BEN, yesterday.minusDays(1)))) {
            var over = Objects.requireNonNull(problem(as(ANNA), before, reserved(before, ANNA, yesterday)));
            assertEquals("reservation.over", over.code());
            assertEquals("reservedUntil", over.field());
        }
        assertEquals("reservation.over", code(as(ANNA), null, reserved(FREE, ANNA, yesterday)));
        assertEquals("", code(as(ANNA), reserved(FREE, ANNA, yesterday), reserved(FREE, ANNA, FRIDAY)));

        var left = Objects.requireNonNull(problem(as(ANNA), FREE, reserved(FREE, GONE, FRIDAY)));
        assertEquals("reservation.holder_left", left.code());
        assertEquals("reservedForId", left.field());
        var gones = reserved(FREE, GONE, FRIDAY);
        var admin = as(ANNA, Permission.RESERVATION_RELEASE);
        assertEquals("", code(admin, gones, FREE));
        assertEquals("", code(admin, gones, reserved(gones, BEN, FRIDAY)));
        assertEquals("", code(as(GONE), gones, gones.with("description", "what else is in the row is no matter")));
    }

    /** Somebody took what was reserved for them, and takes that back days later: the number must come free. */
    @Test
    void whatIsFreedBringsItsReservationBackHoweverItStandsByNow() {
        var taken = did(DidStatus.ASSIGNED, CUSTOMER);
        assertEquals("", code(as(ANNA), taken, reserved(FREE, ANNA, TODAY.minusDays(1))));
        assertEquals("", code(as(ANNA), taken, reserved(FREE, GONE, FRIDAY)));
        assertEquals("reservation.not_available", code(as(ANNA), FREE, reserved(taken, ANNA, FRIDAY)));
    }

    @Test
    void ofAnEndThatIsTakenBackNothingIsMadeThatIsOverByThen() {
        var changes = Map.of(
                "reservedForId", new Change(null, ANNA),
                "reservedUntil", new Change(null, FRIDAY),
                "description", new Change("a", "b"));
        var rules = Did.TYPE.rules();
        assertEquals(changes, rules.takenBack(changes, FRIDAY));
        assertEquals(
                Set.of("description"),
                rules.takenBack(changes, FRIDAY.plusDays(1)).keySet());
        var untouched = Map.of("description", new Change("a", "b"));
        assertEquals(untouched, rules.takenBack(untouched, FRIDAY.plusDays(1)));
    }

    @Test
    void itSaysForWhomAndUntilWhen() {
        assertEquals("field.required", code(as(ANNA), FREE, FREE.with("reservedForId", ANNA)));
        assertEquals("field.required", code(as(ANNA), FREE, FREE.with("reservedUntil", FRIDAY)));
        assertEquals("field.required", code(as(ANNA), FREE, FREE.with("reservationReason", "x")));
        assertEquals("field.required", code(as(ANNA), null, FREE.with("reservedForId", ANNA)));
    }

    @Test
    void whatItWasKeptForEndsIt() {
        var effects = new StatusEffects((type, id) -> null, TODAY);
        var given = new LinkedHashMap<String, @Nullable Object>();
        given.put("customerId", CUSTOMER);
        var taken = StatusEffects.after(ANNAS, effects.move(ANNAS, DidStatus.ASSIGNED, given, null));
        assertEquals(did(DidStatus.ASSIGNED, CUSTOMER), taken);
        var kept = ANNAS.with("reservationReason", "Salon de mars");
        assertEquals(kept, StatusEffects.after(kept, effects.move(kept, DidStatus.AVAILABLE, Map.of(), null)));
    }

    /** Whatever their days and reasons have in common, of two people's reservations there is never a mixture. */
    @Test
    void ofTwoReservationsTheSecondIsAConflictAndLeavesNothingOfItself() {
        for (var until : List.of(FRIDAY, FRIDAY.plusDays(9))) {
            var bens = new LinkedHashMap<String, Change>();
            bens.put("reservedForId", new Change(null, BEN));
            bens.put("reservedById", new Change(null, CLEA));
            bens.put("reservedUntil", new Change(null, until));
            bens.put("reservationReason", new Change(null, "Salon de mars"));
            var decision =
                    Decide.decide(Did.TYPE, new Intent.Patch("did", ANNAS.id(), bens), ANNAS, false, ORGANISATION);
            assertEquals(Verdict.CONFLICT, decision.verdict());
            assertEquals(ANNA, decision.theirs().get("reservedForId"));
            // The server leaves out what does not clash where the rules refuse it.
            assertEquals("number.reserved", code(as(CLEA), ANNAS, Objects.requireNonNull(decision.after())));
        }
    }
}

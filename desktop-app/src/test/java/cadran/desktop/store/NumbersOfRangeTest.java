package cadran.desktop.store;

import static cadran.desktop.edit.OpenStore.did;
import static cadran.desktop.edit.TestOp.adding;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.sync.Colleague;
import cadran.model.catalog.MemberName;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.NumberRange;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumbersOfRangeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private OpenStore open;
    private NumbersOfRange numbers;
    private final Row orange = OpenStore.carrier("OR", "Orange");
    private final Row france = OpenStore.dialingCode();
    private final Row geographic = OpenStore.numberType();
    private final Row one = OpenStore.customer("C1", "Un");
    private final Row two = OpenStore.customer("C2", "Deux");

    @BeforeEach
    void open() {
        open = OpenStore.in(folder);
        open.run(adding(orange), adding(france), adding(geographic), adding(one), adding(two));
        number(9, "AVAILABLE", null, Map.of());
        number(10, "AVAILABLE", null, Map.of("restsUntil", TODAY));
        number(11, "AVAILABLE", two, Map.of());
        number(12, "ASSIGNED", one, Map.of());
        number(13, "TERMINATED", null, Map.of());
        number(14, "TERMINATED", null, Map.of());
        number(14, "IN_USE", one, Map.of());
        number(15, "AVAILABLE", null, Map.of("restsUntil", TODAY.minusDays(1)));
        number(16, "AVAILABLE", one, Map.of());
        number(17, "ORDERED", null, Map.of());
        number(18, "AVAILABLE", null, Map.of());
        number(30, "AVAILABLE", null, Map.of());
        numbers = open.store
                .rows()
                .numbersOf(new NumberRange(
                        OpenStore.id(),
                        france.id(),
                        "+33123456710",
                        "+33123456729",
                        orange.id(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private void number(int end, String status, @Nullable Row customer, Map<String, Object> more) {
        var values = new HashMap<>(more);
        values.put("status", status);
        if (customer != null) {
            values.put("customerId", customer.id());
        }
        open.run(adding(did("+331234567%02d".formatted(end), france, orange, geographic, values)));
    }

    @Test
    void eachNumberIsCountedOnceByWhatItIsNow() {
        var occupancy = numbers.occupancy(TODAY);
        assertEquals(20, occupancy.size());
        assertEquals(
                Map.of(
                        DidStatus.AVAILABLE,
                        5L,
                        DidStatus.ASSIGNED,
                        1L,
                        DidStatus.IN_USE,
                        1L,
                        DidStatus.ORDERED,
                        1L,
                        DidStatus.TERMINATED,
                        1L),
                occupancy.counts());
        assertEquals(2, occupancy.used());
        assertEquals(4, occupancy.free());
        assertEquals(1, occupancy.resting());
        assertEquals(11, occupancy.missing());
    }

    /** Two for others, one of which rests, one that is over, and one of the user's own. */
    @Test
    void whatIsReservedIsCountedApartAndOfferedToItsHolderAlone() {
        var ben = new UUID(7, 2);
        var colleague = new Colleague(open);
        colleague.does(adding(MemberName.TYPE.row(new MemberName(ben, "Ben", true), OpenStore.ORGANISATION)));
        colleague.does(
                adding(MemberName.TYPE.row(new MemberName(OpenStore.USER, "Anna", true), OpenStore.ORGANISATION)));
        reserve(colleague, "10", ben, TODAY.plusDays(3));
        reserve(colleague, "15", ben, TODAY);
        reserve(colleague, "16", ben, TODAY.minusDays(1));
        reserve(colleague, "18", OpenStore.USER, TODAY);
        colleague.sync();
        var occupancy = numbers.occupancy(TODAY);
        assertEquals(2, occupancy.reserved());
        assertEquals(1, occupancy.resting());
        assertEquals(2, occupancy.free());
        assertEquals(11, occupancy.missing());
        assertEquals(List.of("16", "18"), free(one.id(), 9));
        assertEquals(List.of("15", "16"), ends(numbers.free(one.id(), ben, TODAY, 9)));
    }

    private void reserve(Colleague colleague, String end, UUID holder, LocalDate until) {
        var did = open.store
                .rows()
                .list(Query.of(Did.TYPE).where(new Filter.Is("e164", "+331234567" + end)))
                .getFirst()
                .row();
        colleague.does(new Intent.Patch(
                "did",
                did.id(),
                Map.of("reservedForId", new Change(null, holder), "reservedUntil", new Change(null, until))));
    }

    @Test
    void whatOnceWasIsKnown() {
        assertEquals(
                Set.of(10, 11, 12, 13, 14, 15, 16, 17, 18).stream()
                        .map(end -> "+331234567" + end)
                        .collect(Collectors.toSet()),
                numbers.known());
    }

    @Test
    void theNextOnesAreThoseOfNobodyAndOfTheCustomersPoolInOrder() {
        assertEquals(List.of("15", "18"), free(null, 9));
        assertEquals(List.of("15", "16", "18"), free(one.id(), 9));
        assertEquals(List.of("11", "15"), free(two.id(), 2));
        assertEquals(3, numbers.countFree(one.id(), OpenStore.USER, TODAY));
        assertEquals(List.of("10", "15", "18"), ends(numbers.free(null, OpenStore.USER, TODAY.plusDays(1), 9)));
    }

    private List<String> free(@Nullable UUID customer, int most) {
        return ends(numbers.free(customer, OpenStore.USER, TODAY, most));
    }

    private static List<String> ends(List<Row> found) {
        return found.stream()
                .map(row -> String.valueOf(row.text("e164")).substring(10))
                .toList();
    }

    /** A number that is longer lies between two others as a text, and is none of the range. */
    @Test
    void longerNumbersAreOthers() {
        open.run(adding(did("+32212345670", france, orange, geographic, Map.of())));
        open.run(adding(did("+3221234567", france, orange, geographic, Map.of())));
        var brussels = open.store
                .rows()
                .numbersOf(new NumberRange(
                        OpenStore.id(),
                        france.id(),
                        "+3221234500",
                        "+3221234599",
                        orange.id(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        assertEquals(Set.of("+3221234567"), brussels.known());
    }
}

package cadran.desktop.ranges;

import static cadran.desktop.edit.TestOp.adding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.local.LocalServer;
import cadran.desktop.local.Office;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.RowState;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberRange;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people without a network do the same things to the same range, with a real server to meet at. */
class TwoDesktopsRangeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private LocalServer server;
    private Office upstairs;
    private Office downstairs;
    private OpenProfile anna;
    private OpenProfile ben;
    private final Row one = OpenStore.customer("C1", "Un");
    private final Row two = OpenStore.customer("C2", "Deux");
    private NumberRange range;

    @BeforeEach
    void open() throws Exception {
        server = LocalServer.start(folder.resolve("server"), Clock.systemUTC());
        upstairs = new Office(folder.resolve("anna"));
        downstairs = new Office(folder.resolve("ben"));
        anna = upstairs.open(server);
        ben = downstairs.open(server);
        Office.sync(anna);
        var first = range("+33144000000", "+33144000009");
        range = NumberRange.TYPE.read(first);
        run(anna, adding(first), adding(one), adding(two));
        complete();
        Office.settled(anna);
        Office.sync(ben);
        Office.until(ben, () -> numbers(ben).size() == 10);
        offline();
    }

    /** As on a train: what follows reaches nobody before {@link Office#sync}. */
    private void offline() throws IOException {
        anna.close();
        ben.close();
        anna = upstairs.open(server);
        ben = downstairs.open(server);
    }

    @AfterEach
    void close() throws IOException {
        anna.close();
        ben.close();
        server.close();
    }

    private static void run(OpenProfile who, Intent... intents) {
        who.edits().run(TestOp.of("test.op", intents));
    }

    private Row known(EntityType<?> type, String code) {
        return anna.store().rows().list(Query.of(type).where(new Filter.Is("code", code))).stream()
                .map(GridRow::row)
                .findFirst()
                .orElseThrow();
    }

    private Row range(String first, String last) {
        return OpenStore.row(
                NumberRange.TYPE,
                Map.of(
                        "dialingCodeId",
                        known(DialingCode.TYPE, "FR").id(),
                        "firstNumber",
                        first,
                        "lastNumber",
                        last,
                        "carrierId",
                        known(Carrier.TYPE, "ORANGE").id()));
    }

    private void complete() {
        var kind = new CompleteRange.Kind(known(NumberType.TYPE, "GEO").id(), null, null);
        anna.edits().run(new CompleteRange(range, kind, anna.workspace().ids(), ""));
    }

    private static List<Row> numbers(OpenProfile who) {
        return who.store().rows().list(Query.of(Did.TYPE)).stream()
                .map(GridRow::row)
                .toList();
    }

    /** The last figures of the numbers that a customer has. */
    private static String of(OpenProfile who, Row customer) {
        return numbers(who).stream()
                .filter(row -> customer.id().equals(row.get("customerId")))
                .peek(row -> assertEquals("ASSIGNED", row.text("status")))
                .map(row -> String.valueOf(row.text("e164")).substring(11))
                .collect(Collectors.joining());
    }

    private static Set<RowState> states(OpenProfile who) {
        var ids = numbers(who).stream().map(Row::id).toList();
        return Set.copyOf(who.store().rows().states(ids).values());
    }

    private void take(OpenProfile who, Row customer, int count) {
        who.edits().run(new TakeNumbers(range, customer.id(), who.profile().user(), count, TODAY, ""));
    }

    @Test
    void ofTwoRangesThatMeetTheLaterOneIsRefused() throws Exception {
        var annas = range("+33144000100", "+33144000199");
        var bens = range("+33144000150", "+33144000249");
        run(anna, adding(annas));
        run(ben, adding(bens));
        Office.sync(anna);
        Office.sync(ben);
        Office.until(ben, () -> ben.store().rows().find(NumberRange.TYPE, annas.id()) != null);
        assertNull(ben.store().rows().find(NumberRange.TYPE, bens.id()));
        assertEquals(Map.of(bens.id(), RowState.REFUSED), ben.store().rows().states(List.of(annas.id(), bens.id())));
        assertEquals(1, ben.engine().status().attention());
        // At once, where both are known.
        var problem = assertThrows(
                        ProblemException.class, () -> run(ben, adding(range("+33144000199", "+33144000299"))))
                .problem();
        assertEquals("range.overlaps", problem.code());
        assertEquals("+33144000100 +33144000199", problem.args().get("label"));
    }

    @Test
    void numbersThatTwoTakeForTwoCustomersAreTheFirstOnesAndConflictsOfTheOther() throws Exception {
        take(anna, one, 4);
        take(ben, two, 6);
        Office.sync(anna);
        Office.sync(ben);
        assertEquals("0123", of(ben, one));
        assertEquals("45", of(ben, two));
        assertEquals(Set.of(RowState.CONFLICT), states(ben));
        assertEquals(4, ben.engine().status().attention());
        Office.until(anna, () -> of(anna, two).equals("45"));
        assertEquals("0123", of(anna, one));
        // What is free now is what nobody took.
        take(ben, two, 4);
        assertEquals("456789", of(ben, two));
        var fewer =
                assertThrows(ProblemException.class, () -> take(ben, two, 1)).problem();
        assertEquals("range.fewer_free", fewer.code());
        assertEquals("0", fewer.args().get("free"));
    }

    /** Both wanted the same of the same numbers, so there is nothing to decide: they are the customer's, once. */
    @Test
    void numbersThatTwoTakeForOneCustomerAreTakenOnce() throws Exception {
        take(anna, one, 4);
        take(ben, one, 6);
        Office.sync(anna);
        Office.sync(ben);
        assertEquals("012345", of(ben, one));
        assertEquals(0, ben.engine().status().attention());
    }

    @Test
    void takingIsUndoneInOneStepAndCompletingToo() {
        take(anna, one, 4);
        assertEquals("0123", of(anna, one));
        anna.edits().undo();
        assertEquals("", of(anna, one));
        var second = range("+33144000010", "+33144000019");
        run(anna, adding(second));
        range = NumberRange.TYPE.read(second);
        run(anna, adding(numbered("+33144000013")));
        complete();
        assertEquals(20, numbers(anna).size());
        // Nothing is missing any more.
        complete();
        assertEquals(20, numbers(anna).size());
        anna.edits().undo();
        assertEquals(11, numbers(anna).size());
    }

    private Row numbered(String e164) {
        return OpenStore.did(
                e164,
                known(DialingCode.TYPE, "FR"),
                known(Carrier.TYPE, "SFR"),
                known(NumberType.TYPE, "GEO"),
                Map.of("notes", "by hand"));
    }
}

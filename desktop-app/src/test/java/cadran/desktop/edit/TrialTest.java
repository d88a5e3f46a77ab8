package cadran.desktop.edit;

import static cadran.desktop.edit.OpenStore.carrier;
import static cadran.desktop.edit.OpenStore.customer;
import static cadran.desktop.edit.TestOp.adding;
import static cadran.desktop.edit.TestOp.changing;
import static cadran.desktop.edit.TestOp.deleting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.model.catalog.Campaign;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {
    @TempDir
    Path folder;

    private OpenStore open;

    @BeforeEach
    void open() {
        open = OpenStore.in(folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Trial tryOut(Intent... intents) {
        return open.edits.tryOut(TestOp.of("test.op", intents), decided -> {});
    }

    private static List<String> codes(Trial trial) {
        return trial.rows().stream()
                .map(Tried::problem)
                .map(problem -> problem == null ? "" : problem.code())
                .toList();
    }

    private @Nullable String name(Row row) {
        return Objects.requireNonNull(open.find(row)).text("name");
    }

    @Test
    void eachRowIsDecidedOnItsOwnAndNothingIsDone() {
        var acme = carrier("ACME", "Acme");
        var other = carrier("OTHER", "Other");
        open.run(adding(acme), adding(other));
        int before = open.store.outbox().unanswered(100).size();
        var trial = tryOut(
                changing(Carrier.TYPE, acme.id(), "name", "Acme", "New"),
                changing(Carrier.TYPE, other.id(), "name", "Other", ""),
                changing(Carrier.TYPE, other.id(), "name", "Other", "Other"),
                changing(Carrier.TYPE, OpenStore.id(), "name", "x", "y"));
        assertEquals(List.of("", "field.required", "", "row.deleted"), codes(trial));
        assertEquals(1, trial.changing().size());
        assertEquals(
                "New",
                Objects.requireNonNull(trial.changing().getFirst().after()).text("name"));
        assertEquals("Acme", name(acme));
        assertEquals(before, open.store.outbox().unanswered(100).size());
        assertEquals(
                "test.op",
                Objects.requireNonNull(open.edits.history().undoLabel()).key());
    }

    /** Two rows that want the same code: the first may have it, the second not; and a row gives its own up for another. */
    @Test
    void laterRowsMeetWhatEarlierOnesLeft() {
        var a = carrier("A", "a");
        var b = carrier("B", "b");
        var c = carrier("C", "c");
        open.run(adding(a), adding(b), adding(c));
        var trial = tryOut(
                changing(Carrier.TYPE, a.id(), "code", "A", "X"),
                changing(Carrier.TYPE, b.id(), "code", "B", "X"),
                changing(Carrier.TYPE, b.id(), "code", "B", "C"),
                changing(Carrier.TYPE, c.id(), "code", "C", "A"));
        assertEquals(List.of("", "row.duplicate", "row.duplicate", ""), codes(trial));
    }

    @Test
    void whatWasAgreedToIsOneEditAndOneUndo() {
        var rows = IntStream.range(0, 20)
                .mapToObj(i -> customer("C" + i, "Client " + i))
                .toList();
        rows.forEach(row -> open.run(adding(row)));
        var trial = tryOut(IntStream.range(0, 20)
                .mapToObj(i ->
                        changing(Customer.TYPE, rows.get(i).id(), "name", "Client " + i, i % 4 == 0 ? "" : "New " + i))
                .toArray(Intent[]::new));
        var done = open.edits.run(trial.accepted());
        assertEquals(15, done.rows());
        assertEquals("15", done.label().args().get("count"));
        assertEquals("Client 4", name(rows.get(4)));
        assertEquals("New 5", name(rows.get(5)));
        open.edits.undo();
        assertEquals("Client 5", name(rows.get(5)));
    }

    @Test
    void whoAgreedToWhatIsNoLongerSoLooksAgain() {
        var acme = carrier("ACME", "Acme");
        var other = carrier("OTHER", "Other");
        open.run(adding(acme), adding(other));
        var trial = tryOut(
                changing(Carrier.TYPE, acme.id(), "name", "Acme", "New"),
                changing(Carrier.TYPE, other.id(), "name", "Other", "Newer"));
        open.run(changing(Carrier.TYPE, other.id(), "name", "Other", "Somebody else's"));
        var problem = assertThrows(ProblemException.class, () -> open.edits.run(trial.accepted()))
                .problem();
        assertEquals(Problem.of("edit.changed_since_preview").with("count", 1), problem);
        assertEquals("Acme", name(acme), "nothing of it is done");
        var gone = tryOut(changing(Carrier.TYPE, acme.id(), "name", "Acme", "New"));
        open.run(deleting(Carrier.TYPE, acme.id()));
        assertThrows(ProblemException.class, () -> open.edits.run(gone.accepted()));
        assertNull(open.find(acme));
    }

    /** What each row asks about the rows beside it is read for all at once. */
    @Test
    @Timeout(60)
    void fourteenThousandAreTriedAndDoneInOneGo() {
        var owner = customer("C", "Client");
        var supplier = carrier("ACME", "Acme");
        var dialing = OpenStore.dialingCode();
        var kind = OpenStore.numberType();
        var campaign = OpenStore.row(
                Campaign.TYPE, Map.of("customerId", owner.id(), "code", "CAMP", "name", "Campagne", "active", true));
        var numbers = IntStream.range(0, 14_000)
                .mapToObj(i -> OpenStore.did(
                        "+33144%06d".formatted(i),
                        dialing,
                        supplier,
                        kind,
                        Map.of("status", "ASSIGNED", "customerId", owner.id())))
                .toList();
        var assignments = numbers.stream()
                .limit(7_000)
                .map(number -> OpenStore.row(
                        Assignment.TYPE,
                        Map.of(
                                "didId",
                                number.id(),
                                "campaignId",
                                campaign.id(),
                                "startsOn",
                                LocalDate.of(2026, 12, 1),
                                "inbound",
                                true,
                                "outbound",
                                true)));
        var all = Stream.of(List.of(owner, supplier, dialing, kind, campaign), numbers, assignments.toList())
                .flatMap(List::stream)
                .map(TestOp::adding)
                .toList();
        open.edits.run(new TestOp("test.op", all));
        var trial = tryOut(numbers.stream()
                .map(number -> new Intent.Move(Did.TYPE.name(), number.id(), "status", "AVAILABLE", Map.of()))
                .toArray(Intent[]::new));
        assertEquals(7_000, trial.changing().size());
        assertEquals(
                7_000,
                codes(trial).stream().filter("number.still_assigned"::equals).count());
        assertEquals(7_000, open.edits.run(trial.accepted()).rows());
        assertEquals(7_000, open.edits.undo().rows());
    }

    @Test
    void anEditIsStoppedUntilItIsSaved() {
        var acme = carrier("ACME", "Acme");
        var other = carrier("OTHER", "Other");
        var op = TestOp.of("test.op", adding(acme), adding(other));
        assertThrows(
                CancellationException.class,
                () -> open.edits.run(op, decided -> {
                    if (decided == 2) {
                        throw new CancellationException();
                    }
                }));
        assertNull(open.find(acme));
        assertFalse(open.store.outbox().unanswered(10).stream().findAny().isPresent());
        assertNull(open.edits.history().undoLabel());
        assertEquals(2, open.edits.run(op).rows());
    }
}

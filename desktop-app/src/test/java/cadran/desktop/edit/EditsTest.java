package cadran.desktop.edit;

import static cadran.desktop.edit.OpenStore.carrier;
import static cadran.desktop.edit.OpenStore.customer;
import static cadran.desktop.edit.TestOp.adding;
import static cadran.desktop.edit.TestOp.changing;
import static cadran.desktop.edit.TestOp.deleting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.store.RowState;
import cadran.desktop.store.RowsChanged;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditsTest {
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

    @Test
    void anEditIsShownQueuedAndStillThereAfterReopening() {
        var acme = carrier("ACME", "Acmé Télécom");
        open.run(adding(acme));
        assertEquals(
                "Acmé Télécom",
                open.find(acme) == null
                        ? ""
                        : Objects.requireNonNull(open.find(acme)).label());
        assertEquals(
                RowState.QUEUED,
                open.store.rows().states(java.util.List.of(acme.id())).get(acme.id()));
        open.close();
        open = OpenStore.in(folder);
        assertNotNull(open.find(acme));
        assertEquals(1, open.store.outbox().unanswered(10).size());
    }

    @Test
    void laterEditsOfARowKnowTheEarlierOne() {
        var acme = carrier("ACME", "Acme");
        open.run(adding(acme));
        open.run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Bcme"));
        open.run(changing(Carrier.TYPE, acme.id(), "name", "Bcme", "Ccme"));
        var sent = open.store.outbox().unanswered(10);
        assertEquals(
                java.util.List.of(0L, 1L, 2L),
                sent.stream().map(each -> each.operation().after()).toList());
        assertEquals(
                java.util.List.of(1L, 2L, 3L),
                sent.stream().map(each -> each.operation().number()).toList());
    }

    @Test
    void aRuleRefusesTheWholeEditAndNothingIsSaved() {
        var problem = refused(adding(carrier("A", "Fine")), adding(carrier("", "No code")));
        assertEquals("field.required", problem.problem().code());
        assertEquals(0, open.store.outbox().unanswered(10).size());
        assertEquals(
                0,
                open.store
                        .rows()
                        .list(cadran.desktop.query.Query.of(Carrier.TYPE))
                        .size());
    }

    @Test
    void aSecondRowWithTheSameCodeIsRefusedAndPointsToTheFirst() {
        var first = carrier("ACME", "Acme");
        open.run(adding(first));
        var problem = refused(adding(carrier("ACME", "Other"))).problem();
        assertEquals("row.duplicate", problem.code());
        assertEquals(first.id().toString(), problem.args().get("id"));
        assertEquals(
                "row.duplicate",
                refused(adding(carrier("X", "a")), adding(carrier("X", "b")))
                        .problem()
                        .code());
    }

    @Test
    void aReferenceToNowhereIsRefused() {
        var group = OpenStore.row(
                cadran.model.catalog.CustomerGroup.TYPE,
                Map.of("customerId", OpenStore.id(), "code", "G", "label", "G", "active", true));
        assertEquals("reference.unknown", refused(adding(group)).problem().code());
    }

    @Test
    void aRowThatIsReferredToStaysUnlessWhatRefersGoesWithIt() {
        var owner = customer("C1", "Client");
        var group = OpenStore.row(
                cadran.model.catalog.CustomerGroup.TYPE,
                Map.of("customerId", owner.id(), "code", "G", "label", "G", "active", true));
        open.run(adding(owner), adding(group));
        var problem = refused(deleting(Customer.TYPE, owner.id())).problem();
        assertEquals("row.referenced", problem.code());
        assertEquals("customer_group", problem.args().get("by"));
        assertEquals("1", problem.args().get("count"));
        open.run(deleting(group.type(), group.id()), deleting(Customer.TYPE, owner.id()));
        assertNull(open.find(owner));
    }

    @Test
    void whoMayNotWriteIsToldAtOnce() {
        var reader = new Edits(
                open.store,
                new Author(
                        OpenStore.USER,
                        OpenStore.ORGANISATION,
                        cadran.model.organisations.Role.VIEWER.permissions(),
                        java.time.ZoneId.of("Europe/Paris")),
                new cadran.model.ids.UuidV7(OpenStore.CLOCK, new java.util.Random(3)),
                OpenStore.CLOCK);
        var problem =
                assertThrows(ProblemException.class, () -> reader.run(TestOp.of("test.op", adding(carrier("A", "A")))));
        assertEquals("right.missing", problem.problem().code());
    }

    @Test
    void listenersHearWhichRowsChanged() {
        var heard = new ArrayList<RowsChanged>();
        open.store.listeners().add(heard::add);
        var acme = carrier("ACME", "Acme");
        open.run(adding(acme));
        assertEquals(1, heard.size());
        assertTrue(heard.getFirst().mayTouch(Carrier.TYPE, acme.id()));
        assertTrue(!heard.getFirst().touches(Customer.TYPE));
    }

    @Test
    void twentyThousandRowsAreOneEditAndOneUndo() {
        var rows = IntStream.range(0, 20_000)
                .mapToObj(i -> customer("C" + i, "Client " + i))
                .toList();
        open.edits.run(new TestOp("demo", rows.stream().map(TestOp::adding).toList()));
        assertEquals(20_000, open.store.rows().count(cadran.desktop.query.Query.of(Customer.TYPE)));
        open.edits.undo();
        assertEquals(0, open.store.rows().count(cadran.desktop.query.Query.of(Customer.TYPE)));
        open.edits.redo();
        assertEquals(20_000, open.store.rows().count(cadran.desktop.query.Query.of(Customer.TYPE)));
        assertEquals(60_000, open.store.outbox().answers().pending(0));
    }

    private ProblemException refused(cadran.model.sync.Intent... intents) {
        return assertThrows(ProblemException.class, () -> open.run(intents));
    }

    static Row named(Row row, String name) {
        return row.with("name", name);
    }
}

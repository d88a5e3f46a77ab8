package cadran.desktop.edit;

import static cadran.desktop.edit.OpenStore.carrier;
import static cadran.desktop.edit.TestOp.adding;
import static cadran.desktop.edit.TestOp.changing;
import static cadran.desktop.edit.TestOp.deleting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.model.catalog.Campaign;
import cadran.model.catalog.Carrier;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Ending;
import cadran.model.numbers.StatusEffects;
import cadran.model.numbers.TerminationPlan;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoTest {
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
    void aHundredAndFiftyEditsGoBackAndForthByName() {
        var acme = carrier("ACME", "name 0");
        open.run(adding(acme));
        for (int i = 1; i <= 150; i++) {
            open.edits.run(
                    TestOp.of("edit." + i, changing(Carrier.TYPE, acme.id(), "name", "name " + (i - 1), "name " + i)));
        }
        for (int i = 150; i >= 1; i--) {
            assertEquals(
                    "edit." + i,
                    Objects.requireNonNull(open.edits.history().undoLabel()).key());
            open.edits.undo();
            assertEquals(
                    "name " + (i - 1), Objects.requireNonNull(open.find(acme)).text("name"));
        }
        for (int i = 1; i <= 150; i++) {
            open.edits.redo();
            assertEquals("name " + i, Objects.requireNonNull(open.find(acme)).text("name"));
        }
        assertNull(open.edits.history().redoLabel());
        assertEquals(451, open.store.outbox().answers().pending(0));
    }

    @Test
    void undoOfADeleteBringsTheSameRowBack() {
        var acme = carrier("ACME", "Acme");
        open.run(adding(acme));
        open.run(deleting(Carrier.TYPE, acme.id()));
        assertNull(open.find(acme));
        open.edits.undo();
        assertEquals(acme, open.find(acme));
        open.edits.undo();
        assertNull(open.find(acme));
    }

    /** No single move leads from the end of a number back into use: the way goes over each status between. */
    @Test
    void aTerminatedNumberIsBackInUseInOneStep() {
        var did = inUse();
        var running = assignmentOf(did);
        var today = LocalDate.of(2026, 11, 20);
        var plan = new TerminationPlan(new StatusEffects(open.store.rows()::find, today), today);
        var wish = new TerminationPlan.Wish(Ending.PORTED_OUT, today, today);
        open.edits.run(
                TestOp.of("terminate", plan.intents(did, List.of(running), wish).toArray(Intent[]::new)));
        assertEquals("TERMINATED", Objects.requireNonNull(open.find(did)).text("status"));
        assertEquals(
                today.minusDays(1), Objects.requireNonNull(open.find(running)).get("endsOn"));
        open.edits.undo();
        assertEquals(did, open.find(did));
        assertEquals(running, open.find(running));
        open.edits.redo();
        assertEquals("TERMINATED", Objects.requireNonNull(open.find(did)).text("status"));
        assertEquals("PORTED_OUT", Objects.requireNonNull(open.find(did)).text("ending"));
    }

    private Row inUse() {
        var carrier = carrier("OR", "Orange");
        var france = OpenStore.dialingCode();
        var type = OpenStore.numberType();
        var customer = OpenStore.customer("C", "Client");
        var did = OpenStore.did(
                "+33144000000", france, carrier, type, Map.of("status", "IN_USE", "customerId", customer.id()));
        open.run(adding(carrier), adding(france), adding(type), adding(customer), adding(did));
        return did;
    }

    private Row assignmentOf(Row did) {
        var campaign = OpenStore.row(
                Campaign.TYPE,
                Map.of(
                        "customerId",
                        Objects.requireNonNull(did.reference("customerId")),
                        "code",
                        "A",
                        "name",
                        "Accueil",
                        "active",
                        true));
        var running = OpenStore.row(
                Assignment.TYPE,
                Map.of(
                        "didId",
                        did.id(),
                        "campaignId",
                        campaign.id(),
                        "startsOn",
                        LocalDate.of(2026, 11, 1),
                        "inbound",
                        true,
                        "outbound",
                        false));
        open.run(adding(campaign), adding(running));
        return running;
    }

    @Test
    void aNewEditEndsTheRedos() {
        var acme = carrier("ACME", "Acme");
        open.run(adding(acme));
        open.edits.undo();
        open.run(adding(carrier("B", "B")));
        assertNull(open.edits.history().redoLabel());
        assertEquals(
                "edit.nothing_to_undo",
                assertThrows(ProblemException.class, open.edits::redo).problem().code());
    }

    @Test
    void whatSomebodyElseChangedSinceIsNotUndone() {
        var acme = carrier("ACME", "Acme");
        open.run(adding(acme));
        open.run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Bcme"));
        open.store.cache().write(cache -> cache.put(acme.with("name", "Theirs").atVersion(4)));
        var problem = assertThrows(ProblemException.class, open.edits::undo).problem();
        assertEquals("edit.changed_since", problem.code());
        assertEquals("Theirs", Objects.requireNonNull(open.find(acme)).text("name"));
    }

    @Test
    void anotherFieldOfTheRowMayHaveChanged() {
        var acme = carrier("ACME", "Acme");
        open.run(adding(acme));
        open.run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Bcme"));
        open.store
                .cache()
                .write(cache -> cache.put(
                        acme.with("name", "Bcme").with("contact", "them").atVersion(4)));
        open.edits.undo();
        var row = Objects.requireNonNull(open.find(acme));
        assertEquals("Acme", row.text("name"));
        assertEquals("them", row.text("contact"));
    }
}

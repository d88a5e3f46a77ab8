package cadran.desktop.local;

import static cadran.desktop.edit.TestOp.adding;
import static cadran.desktop.edit.TestOp.changing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.profiles.OpenProfile;
import cadran.model.audit.HistoryLine;
import cadran.model.catalog.Carrier;
import cadran.model.sync.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desktop keeps the newest part of the history, from a real server. */
class HistoryFollowedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private LocalServer server;
    private Office office;
    private OpenProfile anna;

    @BeforeEach
    void open() throws IOException {
        server = LocalServer.start(folder.resolve("server"), Clock.systemUTC());
        office = new Office(folder.resolve("anna"));
        anna = office.open(server);
    }

    @AfterEach
    void close() {
        anna.close();
        server.close();
    }

    private void run(Intent... intents) {
        anna.edits().run(TestOp.of("test.op", intents));
    }

    private List<HistoryLine> of(UUID row) {
        return anna.store().history().of(row);
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        var events = new LinkedBlockingQueue<Boolean>();
        anna.store().history().onChange(() -> events.add(true));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            var came = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertNotNull(came, "not within " + PATIENCE);
        }
    }

    @Test
    void whatWasDoneIsToldHereWithWhoAndWhere() throws Exception {
        Office.sync(anna);
        var acme = OpenStore.carrier("ACME", "Acme");
        run(adding(acme));
        until(() -> of(acme.id()).size() == 1);
        run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Acmé Télécom"));
        until(() -> of(acme.id()).size() == 2);
        var newest = of(acme.id()).getFirst();
        assertEquals("change", newest.action());
        assertEquals("Anna", newest.userName());
        assertEquals("test", newest.deviceName());
        var change = Objects.requireNonNull(newest.changes()).getFirst();
        assertEquals("Acme", change.before());
        assertEquals("Acmé Télécom", change.after());
        assertFalse(anna.store().history().people().isEmpty());
    }

    @Test
    void theReasonOfTheNextEditsStandsInTheServersHistory() throws Exception {
        Office.sync(anna);
        var acme = OpenStore.carrier("ACME", "Acme");
        anna.edits().because(" Reprise du parc ");
        run(adding(acme));
        anna.edits().because("");
        run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "B"));
        until(() -> of(acme.id()).size() == 2);
        assertEquals(
                Arrays.asList(null, "Reprise du parc"),
                of(acme.id()).stream().map(HistoryLine::reason).toList());
    }

    @Test
    void itIsThereWithoutTheServerAndGoesOnWhereItWas() throws Exception {
        Office.sync(anna);
        var acme = OpenStore.carrier("ACME", "Acme");
        run(adding(acme));
        until(() -> of(acme.id()).size() == 1);
        var state = anna.store().history().state();
        anna.close();
        anna = office.open(server);
        assertEquals(state, anna.store().history().state());
        assertEquals(1, of(acme.id()).size());
        Office.sync(anna);
        run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "B"));
        until(() -> of(acme.id()).size() == 2);
    }

    /** What a backup has forgotten did not happen any more. */
    @Test
    void aServerFromABackupHasAnotherHistory() throws Exception {
        var kept = OpenStore.carrier("KEPT", "Kept");
        run(adding(kept));
        Office.sync(anna);
        until(() -> of(kept.id()).size() == 1);
        anna.close();
        server.close();
        copy(folder.resolve("server"), folder.resolve("backup"));
        server = LocalServer.start(folder.resolve("server"), Clock.systemUTC());
        anna = office.open(server);
        Office.sync(anna);
        run(changing(Carrier.TYPE, kept.id(), "name", "Kept", "Lost"));
        until(() -> of(kept.id()).size() == 2);
        var lost = of(kept.id()).getFirst();
        anna.close();
        server.close();
        server = LocalServer.start(folder.resolve("backup"), Clock.systemUTC());
        anna = office.open(server);
        Office.sync(anna);
        // The edit is sent again, and stands in the new history once, as what it is there.
        until(() -> of(kept.id()).size() == 2 && !of(kept.id()).contains(lost));
        assertEquals("create", of(kept.id()).getLast().action());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}

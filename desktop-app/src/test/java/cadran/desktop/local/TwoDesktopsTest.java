package cadran.desktop.local;

import static cadran.desktop.edit.TestOp.adding;
import static cadran.desktop.edit.TestOp.changing;
import static cadran.desktop.edit.TestOp.deleting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.query.Query;
import cadran.desktop.store.RowState;
import cadran.desktop.sync.SyncPhase;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.catalog.CustomerGroup;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two whole desktops without windows, and a real server between them. */
class TwoDesktopsTest {
    @TempDir
    Path folder;

    private LocalServer server;
    private Office upstairs;
    private Office downstairs;
    private OpenProfile anna;
    private OpenProfile ben;

    @BeforeEach
    void open() throws IOException {
        server = LocalServer.start(folder.resolve("server"), Clock.systemUTC());
        upstairs = new Office(folder.resolve("anna"));
        downstairs = new Office(folder.resolve("ben"));
        anna = upstairs.open(server);
        ben = downstairs.open(server);
    }

    @AfterEach
    void close() {
        anna.close();
        ben.close();
        server.close();
    }

    private static void run(OpenProfile who, Intent... intents) {
        who.edits().run(TestOp.of("test.op", intents));
    }

    private static @Nullable Row find(OpenProfile who, Row row) {
        return who.store().rows().find(row.type(), row.id());
    }

    private static String field(OpenProfile who, Row row, String field) {
        return String.valueOf(Objects.requireNonNull(find(who, row)).get(field));
    }

    @Test
    void anEditMadeOfflineArrivesOnTheOther() throws Exception {
        Office.sync(ben);
        var acme = OpenStore.carrier("ACME", "Acmé Télécom");
        run(anna, adding(acme));
        assertEquals(1, anna.store().outbox().unanswered(9).size());
        Office.sync(anna);
        Office.until(ben, () -> find(ben, acme) != null);
        assertEquals("Acmé Télécom", field(ben, acme, "name"));
        assertEquals(find(anna, acme), find(ben, acme));
    }

    @Test
    void anEditTravelsByItselfWhileBothAreOnline() throws Exception {
        Office.sync(anna);
        Office.sync(ben);
        var acme = OpenStore.carrier("ACME", "Acme");
        run(anna, adding(acme));
        Office.until(ben, () -> find(ben, acme) != null);
        run(ben, changing(Carrier.TYPE, acme.id(), "contact", null, "ben@example.fr"));
        Office.until(anna, () -> "ben@example.fr".equals(field(anna, acme, "contact")));
        // Undoing the row away would take Ben's work with it.
        var problem =
                assertThrows(ProblemException.class, () -> anna.edits().undo()).problem();
        assertEquals("edit.changed_since", problem.code());
        assertEquals("ben@example.fr", field(anna, acme, "contact"));
    }

    @Test
    void bothKindsOfConflictAppear() throws Exception {
        var one = OpenStore.customer("C1", "Un");
        var two = OpenStore.customer("C2", "Deux");
        var gone = OpenStore.carrier("GONE", "Gone");
        run(anna, adding(one), adding(two), adding(gone));
        Office.sync(anna);
        Office.sync(ben);
        var group = OpenStore.row(
                CustomerGroup.TYPE, Map.of("customerId", one.id(), "code", "G1", "label", "Groupe", "active", true));
        run(anna, adding(group));
        Office.until(ben, () -> find(ben, group) != null);
        Office.settled(anna);
        anna.close();
        anna = upstairs.open(server);
        run(anna, changing(Carrier.TYPE, gone.id(), "name", "Gone", "Anna's"));
        run(anna, changing(CustomerGroup.TYPE, group.id(), "customerId", one.id(), two.id()));
        var three = OpenStore.customer("C3", "Trois");
        run(ben, adding(three));
        run(ben, changing(CustomerGroup.TYPE, group.id(), "customerId", one.id(), three.id()));
        run(ben, deleting(Carrier.TYPE, gone.id()));
        Office.settled(ben);
        Office.sync(anna);
        assertEquals(three.id().toString(), field(anna, group, "customerId"));
        assertNull(find(anna, gone));
        var states = anna.store().rows().states(List.of(group.id(), gone.id()));
        assertEquals(Map.of(group.id(), RowState.CONFLICT, gone.id(), RowState.REFUSED), states);
        assertEquals(2, anna.engine().status().attention());
    }

    @Test
    void aSessionThatEndsInTheMiddleIsRenewed() throws Exception {
        anna.close();
        int[] renewals = {0};
        anna = upstairs.open(server, (old, client) -> {
            renewals[0]++;
            return client.refresh(old);
        });
        Office.sync(anna);
        anna.signedIn(Office.spoilt(server, Office.call(anna.client().auth().me())));
        run(anna, adding(OpenStore.carrier("ACME", "Acme")));
        Office.settled(anna);
        assertEquals(1, renewals[0]);
    }

    @Test
    void aServerThatIsNotThereIsWaitedFor() throws Exception {
        server.close();
        run(anna, adding(OpenStore.carrier("ACME", "Acme")));
        anna.engine().start();
        Office.until(
                anna,
                () -> anna.engine().status().phase() == SyncPhase.UNREACHABLE
                        || anna.engine().status().phase() == SyncPhase.OFFLINE);
        assertEquals(1, anna.engine().status().pending());
        anna.close();
        server = LocalServer.start(folder.resolve("server"), Clock.systemUTC());
        anna = upstairs.open(server);
        Office.sync(anna);
        assertEquals(0, anna.engine().status().pending());
    }

    @Test
    void aServerFromABackupGetsBackWhatItLost() throws Exception {
        var kept = OpenStore.carrier("KEPT", "Kept");
        run(anna, adding(kept));
        Office.sync(anna);
        Office.sync(ben);
        anna.close();
        ben.close();
        server.close();
        copy(folder.resolve("server"), folder.resolve("backup"));
        server = LocalServer.start(folder.resolve("server"), Clock.systemUTC());
        anna = upstairs.open(server);
        var lost = OpenStore.carrier("LOST", "Lost");
        run(anna, adding(lost), changing(Carrier.TYPE, kept.id(), "name", "Kept", "Changed"));
        Office.sync(anna);
        var device = anna.store().outbox().device();
        anna.close();
        server.close();
        server = LocalServer.start(folder.resolve("backup"), Clock.systemUTC());
        ben = downstairs.open(server);
        run(ben, adding(OpenStore.customer("NEW", "New history")));
        Office.sync(ben);
        anna = upstairs.open(server);
        Office.sync(anna);
        assertNotEquals(device, anna.store().outbox().device());
        Office.until(ben, () -> find(ben, lost) != null);
        assertEquals("Changed", field(ben, kept, "name"));
        assertEquals(1, anna.store().rows().count(Query.of(Customer.TYPE)));
        assertEquals(
                anna.store().rows().count(Query.of(Carrier.TYPE)),
                ben.store().rows().count(Query.of(Carrier.TYPE)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}

package cadran.desktop.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.model.catalog.Carrier;
import cadran.model.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private static final EditLabel LABEL = new EditLabel("test.op", java.util.Map.of(), EditLabel.Way.DONE);

    @TempDir
    Path folder;

    private final FullDisk disk = new FullDisk();

    @BeforeEach
    void mount() {
        FilePath.register(disk);
    }

    @AfterEach
    void unmount() {
        FullDisk.full = false;
        FullDisk.unforceable = false;
        FilePath.unregister(disk);
    }

    @Test
    void anEditThatDoesNotFitIsRefusedAndOnesAfterThereIsRoomAgainAreKept() {
        String location = FullDisk.SCHEME + ":" + folder.resolve("outbox");
        try (var outbox = Outbox.open(location, OpenStore.KEY, OpenStore::id, Medium.DISK)) {
            append(outbox, 1);
            FullDisk.full = true;
            for (int tries = 0; tries < 3; tries++) {
                var problem = assertThrows(ProblemException.class, () -> append(outbox, 50));
                assertEquals("edit.not_saved", problem.problem().code());
            }
            FullDisk.full = false;
            append(outbox, 2);
            assertEquals(List.of(1L, 2L, 3L), numbers(outbox));
        }
        try (var outbox = Outbox.open(location, OpenStore.KEY, OpenStore::id, Medium.DISK)) {
            assertEquals(List.of(1L, 2L, 3L), numbers(outbox));
        }
    }

    @Test
    void whoOnlyReadsFindsTheFilesOpenAgainWhenThereIsRoom() throws SQLException {
        String location = FullDisk.SCHEME + ":" + folder.resolve("outbox");
        try (var outbox = Outbox.open(location, OpenStore.KEY, OpenStore::id, Medium.DISK);
                var cache = DatabaseFile.open(location + "-cache", OpenStore.KEY, Migrations.CACHE, Medium.DISK)) {
            append(outbox, 1);
            FullDisk.full = true;
            assertThrows(ProblemException.class, () -> append(outbox, 50));
            assertThrows(SQLException.class, () -> cache.write(FullDiskTest::change));
            FullDisk.full = false;
            assertEquals(List.of(1L), numbers(outbox));
            assertEquals(0, Migrations.CACHE.files().size() - cache.read(Migrations::version));
        }
    }

    @Test
    void aCopyThatCouldNotTakeTheOtherOnesPlaceDoesNotTakeItLater() {
        String location = FullDisk.SCHEME + ":" + folder.resolve("outbox");
        try (var outbox = Outbox.open(location, OpenStore.KEY, OpenStore::id, Medium.DISK)) {
            append(outbox, 1);
            FullDisk.unforceable = true;
            assertThrows(StoreException.class, () -> outbox.useCache(2));
            FullDisk.unforceable = false;
            append(outbox, 1);
            assertEquals(1, outbox.cacheNumber());
        }
        try (var outbox = Outbox.open(location, OpenStore.KEY, OpenStore::id, Medium.DISK)) {
            assertEquals(1, outbox.cacheNumber());
            outbox.useCache(2);
        }
        try (var outbox = Outbox.open(location, OpenStore.KEY, OpenStore::id, Medium.DISK)) {
            assertEquals(2, outbox.cacheNumber());
        }
    }

    @Test
    void anEditThatIsSavedAndCanNotBeShownIsShownWhenThereIsRoom() {
        var first = OpenStore.carrier("A", "First");
        var second = OpenStore.carrier("B", "Second");
        try (var store = LocalStore.open(folder, OpenStore.KEY, OpenStore.ORGANISATION, OpenStore::id, fullCache())) {
            var edits = OpenStore.edits(store);
            edits.run(TestOp.of("test.op", TestOp.adding(first)));
            FullDisk.full = true;
            edits.run(TestOp.of("test.op", TestOp.adding(second)));
            assertThrows(StoreException.class, () -> store.rows().find(Carrier.TYPE, second.id()));
            FullDisk.full = false;
            assertEquals(second.label(), store.rows().label(Carrier.TYPE, second.id()));
            assertEquals(first.label(), store.rows().label(Carrier.TYPE, first.id()));
            assertEquals(List.of(1L, 2L), numbers(store.outbox()));
        }
    }

    /** The outbox lies where there is room. */
    private static Medium fullCache() {
        return new Medium() {
            @Override
            public String locate(String path) {
                return path.endsWith("cache") ? FullDisk.SCHEME + ":" + path : path;
            }
        };
    }

    @Test
    void whoReadsAfterTheEndOpensNothing() {
        String location = FullDisk.SCHEME + ":" + folder.resolve("outbox");
        var outbox = Outbox.open(location, OpenStore.KEY, OpenStore::id, Medium.DISK);
        append(outbox, 1);
        FullDisk.full = true;
        assertThrows(ProblemException.class, () -> append(outbox, 50));
        FullDisk.full = false;
        outbox.close();
        assertThrows(CancellationException.class, () -> numbers(outbox));
    }

    private static int change(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate("UPDATE sync_state SET hash = 'x'");
        }
    }

    @Test
    void whatIsSavedIsForcedToTheDisk() {
        String location = FullDisk.SCHEME + ":" + folder.resolve("outbox");
        try (var outbox = Outbox.open(location, OpenStore.KEY, OpenStore::id, Medium.DISK)) {
            for (int i = 0; i < 20; i++) {
                append(outbox, 1);
                assertEquals(0, FullDisk.UNFORCED.get());
            }
        }
    }

    private static List<Long> numbers(Outbox outbox) {
        return outbox.unanswered(100).stream()
                .map(each -> each.operation().number())
                .toList();
    }

    private static void append(Outbox outbox, int count) {
        var drafts = IntStream.range(0, count)
                .mapToObj(i -> TestOp.adding(OpenStore.carrier("C" + i, "x".repeat(90))))
                .map(intent -> new Draft(OpenStore.id(), null, OpenStore.CLOCK.instant(), 0, intent))
                .toList();
        Objects.requireNonNull(outbox.append(OpenStore.USER, LABEL, drafts, 0));
    }
}

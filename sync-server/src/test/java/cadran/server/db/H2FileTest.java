package cadran.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.server.settings.WrongSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest {
    @TempDir
    private Path folder;

    private DatabaseSettings settings = DatabaseSettings.at("", "", "");

    @BeforeEach
    void atTheFolder() {
        settings = DatabaseSettings.inFolder(folder);
    }

    @Test
    void whatWasWrittenIsThereAfterAReopen() {
        try (var db = Database.open(settings)) {
            insert(db, "a");
        }
        try (var db = Database.open(settings)) {
            assertEquals(1, count(db));
        }
        assertEquals(0, copies(), "a new file and one that is up to date are not copied");
    }

    @Test
    void theFileIsCopiedBeforeAMigration() throws SQLException {
        migrate("first");
        assertEquals(0, copies());
        migrate("first", "second");
        assertEquals(1, copies());
        assertEquals(1, number("select count(*) from second_table"));
        migrate("first", "second");
        assertEquals(1, copies());
    }

    @Test
    void aFileThatAnotherServerHasOpenIsNamed() throws IOException {
        Database.open(settings).close();
        try (var file = FileChannel.open(folder.resolve("cadran.mv.db"), StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertTrue(lock.isValid());
            var refused = assertThrows(WrongSettings.class, () -> Database.open(settings));
            assertTrue(String.valueOf(refused.getMessage()).contains("is open in another server"));
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        Database.open(settings).close();
        var readOnly = DatabaseSettings.at(settings.url() + ";ACCESS_MODE_DATA=r", settings.user(), "");
        var refused = assertThrows(WrongSettings.class, () -> Database.open(readOnly));
        assertTrue(String.valueOf(refused.getMessage()).contains("read-only"), refused.getMessage());
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws IOException {
        Files.write(folder.resolve("cadran.mv.db"), new byte[10_000]);
        var refused = assertThrows(WrongSettings.class, () -> Database.open(settings));
        assertTrue(String.valueOf(refused.getMessage()).contains("CADRAN_DATA: "), refused.getMessage());
    }

    @Test
    void aFileOfANewerVersionIsLeftAlone() throws IOException {
        try (var newer = Database.open(settings)) {
            newer.inPlatform(handle -> handle.execute("""
                    insert into "flyway_schema_history" select "installed_rank" + 1, '900', 'later', "type",
                      'V900__later.sql', "checksum", "installed_by", "installed_on", "execution_time", "success"
                    from "flyway_schema_history"
                    where "installed_rank" = (select max("installed_rank") from "flyway_schema_history")
                    """));
        }
        var refused = assertThrows(WrongSettings.class, () -> Database.open(settings));
        assertTrue(String.valueOf(refused.getMessage()).contains("schema 900"), refused.getMessage());
        assertEquals(0, copies());
    }

    @Test
    void aFailedMigrationLeavesTheFileAsItWas() throws SQLException {
        migrate("first");
        assertThrows(FlywayException.class, () -> migrate("first", "broken"));
        assertEquals(0, number("select count(*) from information_schema.tables where table_name = 'HALF'"));
        migrate("first", "second");
        assertEquals(1, number("select count(*) from second_table"));
    }

    @Test
    void aMigrationThatWasKilledIsDoneAgainFromTheCopy() throws Exception {
        migrate("first");
        var copy = Files.copy(folder.resolve("cadran.mv.db"), folder.resolve("copy"));
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            statement.execute("create table second_table (half int)");
        }
        Files.writeString(folder.resolve("cadran.mv.db.migrating"), copy.toString());
        migrate("first", "second");
        assertEquals(1, number("select count(*) from second_table"));
        assertFalse(Files.exists(folder.resolve("cadran.mv.db.migrating")));
    }

    @Test
    void aFirstStartThatWasKilledIsBegunAgain() throws Exception {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            statement.execute("create table second_table (half int)");
        }
        Files.writeString(folder.resolve("cadran.mv.db.migrating"), "");
        migrate("first", "second");
        assertEquals(1, number("select count(*) from second_table"));
        assertTrue(Files.exists(folder.resolve("cadran.mv.db.cut-off")));
    }

    /** What the file holds at any moment is what a kill leaves of it. */
    @Test
    void whatWasCommittedIsThereAfterAKillWhereverH2WroteIt() throws Exception {
        // At once what it does after 45 seconds.
        var hasty = DatabaseSettings.at(settings.url() + ";RETENTION_TIME=0", settings.user(), "");
        var killed = DatabaseSettings.inFolder(Files.createDirectory(folder.resolve("killed")));
        try (var db = Database.open(hasty)) {
            for (int i = 1; i <= 60; i++) {
                insert(db, "k" + i);
                Files.copy(
                        folder.resolve("cadran.mv.db"),
                        folder.resolve("killed/cadran.mv.db"),
                        StandardCopyOption.REPLACE_EXISTING);
                try (var found = Database.open(killed)) {
                    assertEquals(i, count(found));
                }
            }
        }
    }

    private void migrate(String... sets) {
        var locations = Stream.of(sets)
                .map(set -> "classpath:cadran/server/db/h2file/" + set)
                .toArray(String[]::new);
        var flyway = Flyway.configure()
                .locations(locations)
                .dataSource(settings.url(), settings.user(), settings.password())
                .load();
        new H2Migration(settings, flyway).run();
    }

    private int number(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void writersThatCommitTogetherAllGetThrough() {
        var failures = new AtomicInteger();
        try (var db = Database.open(settings)) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 100; i++) {
                    var kind = "k" + i;
                    threads.execute(() -> {
                        try {
                            insert(db, kind);
                        } catch (RuntimeException failure) {
                            failures.incrementAndGet();
                        }
                    });
                }
            }
            assertEquals(0, failures.get());
            assertEquals(100, count(db));
        }
    }

    private static void insert(Database db, String kid) {
        db.inPlatform(handle -> handle.createUpdate("""
                        insert into signing_key (kid, public_key, sealed_private, created_at, retires_at)
                        values (:kid, :key, '', current_timestamp, current_timestamp)
                        """)
                .bind("kid", kid)
                .bind("key", new byte[] {1})
                .execute());
    }

    private static long count(Database db) {
        return db.inPlatform(handle -> handle.createQuery("select count(*) from signing_key")
                .mapTo(Long.class)
                .one());
    }

    private long copies() {
        var copies = folder.resolve("before-migrations");
        if (!Files.exists(copies)) return 0;
        try (var files = Files.list(copies)) {
            return files.count();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}

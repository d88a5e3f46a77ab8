package cadran.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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
    void theFileIsCopiedBeforeAMigration() throws Exception {
        Database.open(settings).close();
        forgetLastMigration("drop table audit_entry");
        Database.open(settings).close();
        assertEquals(1, copies());
    }

    @Test
    void aFailedMigrationLeavesTheFileAsItWas() throws Exception {
        try (var db = Database.open(settings)) {
            insert(db, "a");
        }
        forgetLastMigration("");
        assertThrows(FlywayException.class, () -> Database.open(settings));
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from \"flyway_schema_history\" where \"success\" = false")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
        assertEquals(1, copies());
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

    private void forgetLastMigration(String undo) throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("delete from \"flyway_schema_history\" where \"script\" like '%audit_entry%'");
            if (!undo.isEmpty()) statement.execute(undo);
        }
    }

    private java.sql.Connection connect() throws java.sql.SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
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

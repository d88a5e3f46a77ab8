package cadran.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2 has no transactional DDL: a migration that fails half-way leaves its half. So the closed file is copied before
 * a pending migration and put back when one fails.
 */
final class H2Migration {
    private static final Logger log = LoggerFactory.getLogger(H2Migration.class);
    private static final String FILE_URL = "jdbc:h2:file:";
    private static final int COPIES_KEPT = 3;

    private final DatabaseSettings settings;
    private final Flyway flyway;

    H2Migration(DatabaseSettings settings, Flyway flyway) {
        this.settings = settings;
        this.flyway = flyway;
    }

    void run() {
        if (!settings.url().startsWith(FILE_URL)) {
            Migrations.migrate(flyway);
            return;
        }
        var file = Path.of(settings.url().substring(FILE_URL.length()) + ".mv.db");
        MigrationInfo[] pending = Files.exists(file) ? flyway.info().pending() : new MigrationInfo[0];
        if (pending.length == 0) {
            Migrations.migrate(flyway);
            return;
        }
        try {
            migrateWithCopy(file, pending[0].getVersion() + "");
        } catch (IOException failure) {
            throw new UncheckedIOException("The database file can't be copied before its migration", failure);
        }
    }

    private void migrateWithCopy(Path file, String version) throws IOException {
        var folder = Files.createDirectories(file.resolveSibling("before-migrations"));
        var copy = folder.resolve(
                "before-V" + version + "-" + Files.getLastModifiedTime(file).toMillis() + ".mv.db");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        log.info("Database file copied to {} before migration V{}", copy, version);
        try {
            Migrations.migrate(flyway);
        } catch (FlywayException failure) {
            Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
            log.error("Migration failed; the database file was put back as it was");
            throw failure;
        }
        dropOldCopies(folder);
    }

    private static void dropOldCopies(Path folder) throws IOException {
        try (var copies = Files.list(folder)) {
            var old = copies.sorted(
                            Comparator.comparingLong(H2Migration::lastModified).reversed())
                    .skip(COPIES_KEPT)
                    .toList();
            for (Path copy : old) Files.delete(copy);
        }
    }

    private static long lastModified(Path path) {
        return path.toFile().lastModified();
    }
}

package cadran.server.db;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2 has no transactional DDL: a migration that fails half-way leaves its half. So the closed file is copied before
 * a pending migration and put back when one fails, or at the next start when one was killed.
 */
final class H2Migration {
    private static final Logger log = LoggerFactory.getLogger(H2Migration.class);
    private static final int COPIES_KEPT = 3;

    private final DatabaseSettings settings;
    private final Flyway flyway;

    H2Migration(DatabaseSettings settings, Flyway flyway) {
        this.settings = settings;
        this.flyway = flyway;
    }

    void run() {
        var file = DataFile.path(settings);
        if (file == null) {
            Migrations.migrate(flyway);
            return;
        }
        try {
            putBackIfCutOff(file);
            MigrationInfo[] pending = Files.exists(file) ? flyway.info().pending() : new MigrationInfo[0];
            if (Files.exists(file) && pending.length == 0) {
                Migrations.migrate(flyway);
            } else {
                migrateWithCopy(file, pending.length == 0 ? null : pending[0].getVersion() + "");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The database file can't be copied before its migration", failure);
        }
    }

    /** A start that was killed in the middle could not put back the file itself. */
    private static void putBackIfCutOff(Path file) throws IOException {
        var note = note(file);
        if (!Files.exists(note) || isOpenElsewhere(file)) return;
        log.warn("A migration was cut off; the database file is put back as it was before");
        putBack(file, Files.readString(note));
        Files.delete(note);
    }

    /** While a migration runs, it says which copy is good; it is empty where there was no database before. */
    private static Path note(Path file) {
        return file.resolveSibling(file.getFileName() + ".migrating");
    }

    /** Another server may be at it just now. */
    private static boolean isOpenElsewhere(Path file) throws IOException {
        if (!Files.exists(file)) return false;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException inThisProcess) {
            return true;
        }
    }

    private static void putBack(Path file, String copy) throws IOException {
        if (copy.isEmpty()) {
            // Nothing can be in it, but what is deleted stays deleted.
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".cut-off"), REPLACE_EXISTING);
            }
        } else {
            Files.copy(Path.of(copy), file, REPLACE_EXISTING);
        }
    }

    private void migrateWithCopy(Path file, @Nullable String version) throws IOException {
        var folder = file.resolveSibling("before-migrations");
        var copy = version == null
                ? ""
                : copy(file, Files.createDirectories(folder), version).toString();
        Files.writeString(note(file), copy);
        try {
            Migrations.migrate(flyway);
        } catch (FlywayException failure) {
            putBack(file, copy);
            log.error("Migration failed; the database file was put back as it was");
            throw failure;
        } finally {
            Files.deleteIfExists(note(file));
        }
        if (version != null) dropOldCopies(folder);
    }

    private static Path copy(Path file, Path folder, String version) throws IOException {
        var copy = folder.resolve(
                "before-V" + version + "-" + Files.getLastModifiedTime(file).toMillis() + ".mv.db");
        Files.copy(file, copy, REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        log.info("Database file copied to {} before migration V{}", copy, version);
        return copy;
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

package cadran.desktop.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local copy: what the user sees, that is the server's rows with the user's own pending edits applied. It can be
 * rebuilt from the server and the outbox at any time, so it is written without forcing the disk, and thrown away when
 * it is damaged.
 */
public final class CacheStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CacheStore.class);
    private static final String FILE_END = ".mv.db";

    private final DatabaseFile file;

    private CacheStore(DatabaseFile file) {
        this.file = file;
    }

    /** @param path without the ending that H2 gives it */
    public static CacheStore open(Path path, @Nullable FileKey key) {
        try {
            return new CacheStore(DatabaseFile.open(path.toString(), key, Migrations.CACHE));
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new StoreException(e);
            }
            LOG.warn("the local copy can't be opened and is built anew", e);
            return rebuilt(path, key);
        }
    }

    private static CacheStore rebuilt(Path path, @Nullable FileKey key) {
        try {
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + FILE_END));
            return new CacheStore(DatabaseFile.open(path.toString(), key, Migrations.CACHE));
        } catch (SQLException e) {
            throw new StoreException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One transaction; when the work throws, nothing of it happened. */
    public void write(CacheWork work) {
        try {
            file.write(connection -> {
                var transaction = new CacheTransaction(connection);
                try {
                    work.run(transaction);
                    transaction.flush();
                } finally {
                    transaction.close();
                }
                return true;
            });
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    public SyncState state() {
        return file.read(connection -> {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery(
                            "SELECT feed, cursor_number, hash, schema_number, synced_at FROM sync_state")) {
                result.next();
                var at = result.getObject(5, OffsetDateTime.class);
                return new SyncState(
                        result.getObject(1, UUID.class),
                        result.getLong(2),
                        result.getString(3),
                        result.getInt(4),
                        at == null ? null : at.toInstant());
            }
        });
    }

    DatabaseFile file() {
        return file;
    }

    @Override
    public void close() {
        file.close();
    }
}

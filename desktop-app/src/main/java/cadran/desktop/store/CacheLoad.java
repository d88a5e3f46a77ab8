package cadran.desktop.store;

import cadran.model.sync.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next local copy while it is filled, part by part, in a file of its own: with no index but the ids' until all rows
 * are there, because a million rows into fully indexed tables take several times as long. Each part is one transaction with the place of the
 * next, so a load that broke off goes on where it was.
 */
public final class CacheLoad implements AutoCloseable {
    private final LocalStore store;
    private final DatabaseFile file;
    private boolean adopted;

    private CacheLoad(LocalStore store, DatabaseFile file) {
        this.store = store;
        this.file = file;
    }

    /**
     * How far a load has come.
     *
     * @param next where the next part begins, null when all rows are there
     * @param total rows to expect, about
     */
    public record Progress(SyncState opening, @Nullable String next, long rows, long total) {}

    static CacheLoad open(LocalStore store) {
        var begun = begun(store.cache());
        return new CacheLoad(store, begun == null ? store.cache().openEmptyNext() : begun);
    }

    /** Null when it broke off in a way that left nothing to go on from. */
    private static @Nullable DatabaseFile begun(CacheStore cache) {
        try {
            var file = cache.openNext();
            if (isWhole(file)) {
                return file;
            }
            file.abandon();
            return null;
        } catch (SQLException e) {
            return null;
        }
    }

    private static boolean isWhole(DatabaseFile file) {
        try {
            return file.read(LoadState::isWhole);
        } catch (StoreException damaged) {
            return false;
        }
    }

    /** Null before it was begun. */
    public @Nullable Progress progress() {
        return file.read(connection -> {
            var opening = LoadState.opening(connection);
            return opening == null ? null : LoadState.progress(connection, opening);
        });
    }

    public void begin(SyncState opening, @Nullable String first, long total) {
        change(connection -> {
            LoadState.begin(connection, opening, first, total);
            Indexes.drop(connection);
        });
    }

    /** @param hash of the opening from here on, empty where it stays */
    public void add(List<Row> rows, @Nullable String next, String hash) {
        change(connection -> {
            CacheTransaction.run(connection, cache -> {
                for (var row : rows) {
                    cache.insert(row);
                }
            });
            LoadState.advance(connection, next, rows.size(), hash);
        });
    }

    /** All rows are there: what finds them is made now, at once instead of a million times. */
    public void index() {
        change(Indexes::restore);
    }

    /** What changed since the opening, on the way to being a copy like any other. */
    public void write(CacheWork work) {
        change(connection -> CacheTransaction.run(connection, work));
    }

    private interface SqlUse {
        void run(Connection connection) throws SQLException;
    }

    private void change(SqlUse use) {
        try {
            file.write(connection -> {
                use.run(connection);
                return true;
            });
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Takes the place of the copy that is in use. The outbox says which file counts, so that is what decides. */
    void adopt() {
        change(LoadState::end);
        try {
            file.force();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
        store.outbox().useCache(store.cache().number() + 1);
        store.cache().replaceBy(file);
        adopted = true;
    }

    /** Nothing of it is of use: the server's history is another, or what may be seen has changed. */
    public void discard() {
        file.abandon();
        store.cache().deleteNext();
        adopted = true;
    }

    /** Without adoption it stays as far as it got. */
    @Override
    public void close() {
        if (!adopted) {
            file.close();
        }
    }

    /** The statements that make the secondary indexes again which were dropped for loading. */
    private static final class Indexes {
        private Indexes() {}

        /** Not the ones of the ids: rows come in their order, which costs an index next to nothing. */
        static void drop(Connection connection) throws SQLException {
            try (var statement = connection.createStatement()) {
                var names = new ArrayList<String>();
                try (var result = statement.executeQuery("""
                        SELECT i.index_name, i.table_name,
                            LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.ordinal_position)
                        FROM information_schema.indexes i JOIN information_schema.index_columns c
                            ON c.index_schema = i.index_schema AND c.index_name = i.index_name
                        WHERE i.index_schema = 'PUBLIC' AND i.index_type_name = 'INDEX'
                            AND i.table_name <> 'SERVER_COPY'
                        GROUP BY i.index_name, i.table_name ORDER BY i.index_name""");
                        var insert = connection.prepareStatement("INSERT INTO load_index VALUES (?)")) {
                    while (result.next()) {
                        names.add(result.getString(1));
                        insert.setString(
                                1,
                                // A power cut between two of them finds some made already.
                                "CREATE INDEX IF NOT EXISTS %s ON %s (%s)"
                                        .formatted(result.getString(1), result.getString(2), result.getString(3)));
                        insert.executeUpdate();
                    }
                }
                for (var name : names) {
                    statement.execute("DROP INDEX " + name);
                }
            }
        }

        static void restore(Connection connection) throws SQLException {
            var statements = new ArrayList<String>();
            try (var statement = connection.createStatement()) {
                try (var result = statement.executeQuery("SELECT statement FROM load_index")) {
                    while (result.next()) {
                        statements.add(result.getString(1));
                    }
                }
                for (var create : statements) {
                    statement.execute(create);
                }
                statement.execute("DELETE FROM load_index");
                statement.execute("ANALYZE SAMPLE_SIZE 1000");
            }
        }
    }
}

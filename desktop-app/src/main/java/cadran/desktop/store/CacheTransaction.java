package cadran.desktop.store;

import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be done to the local copy in one transaction. Writes wait in batches until something is read or it ends. */
public final class CacheTransaction {
    /** Of rows, bound before they are sent to the table: enough to spare round trips, little enough for memory. */
    private static final int BATCH = 500;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    /** By table: deletes and inserts of one row may follow each other, so one table has one kind of statement waiting. */
    private final Map<String, Batch> waiting = new HashMap<>();

    private record Batch(String sql, int size) {}

    CacheTransaction(Connection connection) {
        this.connection = connection;
    }

    static void run(Connection connection, CacheWork work) throws SQLException {
        var transaction = new CacheTransaction(connection);
        try {
            work.run(transaction);
            transaction.flush();
        } finally {
            transaction.close();
        }
    }

    /** A row that is not there yet. */
    void insert(Row row) throws SQLException {
        var table = EntityTable.of(row.type());
        var statement = statement(table.insert);
        table.bind(statement, row);
        queue(row.type().name(), table.insert, statement);
    }

    public void put(Row row) throws SQLException {
        var table = EntityTable.of(row.type());
        var statement = statement(table.upsert);
        table.bind(statement, row);
        queue(row.type().name(), table.upsert, statement);
    }

    public void remove(EntityType<?> type, UUID id) throws SQLException {
        String sql = EntityTable.of(type).delete;
        var statement = statement(sql);
        statement.setObject(1, id);
        queue(type.name(), sql, statement);
    }

    public Map<UUID, Row> rows(EntityType<?> type, Collection<UUID> ids) throws SQLException {
        flush();
        return EntityTable.of(type).find(connection, ids);
    }

    public Map<UUID, ServerCopy> copies(EntityType<?> type, Collection<UUID> ids) throws SQLException {
        flush();
        return ServerCopies.read(connection, type, ids);
    }

    public void keepCopy(EntityType<?> type, UUID id, @Nullable Row row) throws SQLException {
        var statement = statement(ServerCopies.UPSERT);
        ServerCopies.bind(statement, type, id, row);
        queue(ServerCopies.TABLE, ServerCopies.UPSERT, statement);
    }

    public void dropCopy(EntityType<?> type, UUID id) throws SQLException {
        var statement = statement(ServerCopies.DELETE);
        statement.setString(1, type.name());
        statement.setObject(2, id);
        queue(ServerCopies.TABLE, ServerCopies.DELETE, statement);
    }

    /** Rows that are shown with something of ours on top of what the server said. */
    public List<RowId> copied() throws SQLException {
        flush();
        return ServerCopies.rows(connection);
    }

    public void state(SyncState state) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE sync_state SET feed = ?, cursor_number = ?, hash = ?, schema_number = ?, synced_at = ?""")) {
            update.setObject(1, state.feed());
            update.setLong(2, state.cursor());
            update.setString(3, state.hash());
            update.setInt(4, state.schema());
            update.setObject(5, time(state.syncedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
            update.executeUpdate();
        }
    }

    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private void queue(String table, String sql, PreparedStatement statement) throws SQLException {
        var batch = waiting.get(table);
        if (batch != null && !batch.sql().equals(sql)) {
            statement(batch.sql()).executeBatch();
            batch = null;
        }
        statement.addBatch();
        int size = batch == null ? 1 : batch.size() + 1;
        if (size >= BATCH) {
            statement.executeBatch();
            waiting.remove(table);
        } else {
            waiting.put(table, new Batch(sql, size));
        }
    }

    void flush() throws SQLException {
        for (var batch : waiting.values()) {
            statement(batch.sql()).executeBatch();
        }
        waiting.clear();
    }

    void close() throws SQLException {
        for (var statement : statements.values()) {
            statement.close();
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private PreparedStatement statement(String sql) throws SQLException {
        var known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }
}

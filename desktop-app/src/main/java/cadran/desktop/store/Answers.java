package cadran.desktop.store;

import cadran.model.sync.OperationResult;
import cadran.model.sync.Verdict;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the server made of the operations in the outbox, and what became of those answers. */
public final class Answers {
    private static final String NEEDS_ATTENTION = "o.verdict IN ('REFUSED', 'CONFLICT') AND NOT o.dismissed";

    private final Outbox outbox;

    Answers(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Keeps the server's answers; one that is known already, or about an operation that is not ours, changes nothing. */
    public void record(List<OperationResult> results, Instant now) {
        write(connection -> {
            var at = LivedTime.at(connection, now);
            try (var select = connection.prepareStatement(
                            OperationTable.SELECT + "WHERE o.id = ? AND o.number = ? AND o.result IS NULL");
                    var update = connection.prepareStatement("""
                            UPDATE operation SET result = ?, verdict = ?, change_number = ?, result_version = ?,
                                saw_current = ?, answered_at = ? WHERE id = ?""")) {
                for (var result : results) {
                    select.setObject(1, result.operation());
                    select.setLong(2, result.number());
                    for (var queued : OperationTable.readAll(select)) {
                        bind(update, queued, result, at);
                        update.executeUpdate();
                    }
                }
            }
            return true;
        });
    }

    private static void bind(PreparedStatement update, QueuedOperation queued, OperationResult result, Instant at)
            throws SQLException {
        update.setString(1, Json.MAPPER.writeValueAsString(OperationJson.write(result)));
        update.setString(2, result.verdict().name());
        update.setLong(3, result.change());
        update.setLong(4, result.version());
        update.setBoolean(5, SawCurrent.of(queued.operation(), result, queued.afterVersion()));
        update.setObject(6, CacheTransaction.time(at));
        update.setObject(7, result.operation());
    }

    /** The highest number up to which everything is answered: the server need not tell us those again. */
    public long answeredThrough() {
        return outbox.file().read(connection -> number(connection, """
                SELECT COALESCE((SELECT MIN(number) - 1 FROM operation WHERE result IS NULL),
                    (SELECT last_number FROM device))"""));
    }

    /** Edits that the server does not have, or whose effect has not come back yet. */
    public long pending(long cursor) {
        return outbox.file().read(connection -> {
            try (var select =
                    connection.prepareStatement("SELECT COUNT(*) FROM operation o WHERE " + OperationTable.LIVE)) {
                select.setLong(1, cursor);
                return first(select);
            }
        });
    }

    public long attentionCount() {
        return outbox.file()
                .read(connection -> number(connection, "SELECT COUNT(*) FROM operation o WHERE " + NEEDS_ATTENTION));
    }

    /** What waits for its author, newest first. */
    public List<QueuedOperation> attention() {
        return outbox.file().read(connection -> {
            try (var select = connection.prepareStatement(
                    OperationTable.SELECT + "WHERE " + NEEDS_ATTENTION + " ORDER BY o.made DESC")) {
                return OperationTable.readAll(select);
            }
        });
    }

    /** The same as a list shows it. */
    public List<WaitingEdit> waiting() {
        return outbox.file().read(connection -> {
            try (var select = connection.prepareStatement(
                    OperationTable.SELECT_WAITING + "WHERE " + NEEDS_ATTENTION + " ORDER BY o.made DESC")) {
                return OperationTable.readWaiting(select);
            }
        });
    }

    /** Operations that are still kept, in the order in which they were made. */
    public List<QueuedOperation> find(Collection<UUID> operations) {
        return outbox.file().read(connection -> {
            try (var select =
                    connection.prepareStatement(OperationTable.SELECT + "WHERE o.id = ANY(?) ORDER BY o.made")) {
                select.setObject(1, operations.toArray());
                return OperationTable.readAll(select);
            }
        });
    }

    /** The last edits made here, however they stand, newest first. */
    public List<QueuedOperation> newest(int limit) {
        return outbox.file().read(connection -> {
            try (var select = connection.prepareStatement(
                    OperationTable.SELECT + "ORDER BY o.made DESC FETCH FIRST ? ROWS ONLY")) {
                select.setInt(1, limit);
                return OperationTable.readAll(select);
            }
        });
    }

    /** What was done to one row here, in the order of making. */
    public List<QueuedOperation> of(UUID row) {
        return outbox.file().read(connection -> {
            try (var select =
                    connection.prepareStatement(OperationTable.SELECT + "WHERE o.row_id = ? ORDER BY o.made")) {
                select.setObject(1, row);
                return OperationTable.readAll(select);
            }
        });
    }

    /** Which of these their author has put away. */
    public Set<UUID> dismissed(Collection<UUID> operations) {
        return outbox.file().read(connection -> {
            var dismissed = new HashSet<UUID>();
            try (var select =
                    connection.prepareStatement("SELECT o.id FROM operation o WHERE o.dismissed AND o.id = ANY(?)")) {
                select.setObject(1, operations.toArray());
                try (var result = select.executeQuery()) {
                    while (result.next()) {
                        dismissed.add(result.getObject(1, UUID.class));
                    }
                }
            }
            return dismissed;
        });
    }

    /** The author has seen them and leaves the rows as the server has them. */
    public void dismiss(Collection<UUID> operations) {
        dismiss(operations, true);
    }

    /** The author thought better of it. */
    public void bringBack(Collection<UUID> operations) {
        dismiss(operations, false);
    }

    private void dismiss(Collection<UUID> operations, boolean dismissed) {
        write(connection -> {
            try (var update = connection.prepareStatement("UPDATE operation SET dismissed = ? WHERE id = ANY(?)")) {
                update.setBoolean(1, dismissed);
                update.setObject(2, operations.toArray());
                return update.executeUpdate();
            }
        });
    }

    /** How these rows stand; settled ones are absent. */
    public Map<UUID, RowState> states(Collection<UUID> rows, long cursor) {
        return outbox.file().read(connection -> {
            var states = new HashMap<UUID, RowState>();
            try (var select = connection.prepareStatement("SELECT o.row_id, " + NEEDS_ATTENTION
                    + ", o.verdict FROM operation o WHERE o.row_id = ANY(?) AND ((" + OperationTable.LIVE + ") OR ("
                    + NEEDS_ATTENTION + "))")) {
                select.setObject(1, rows.toArray());
                select.setLong(2, cursor);
                try (var result = select.executeQuery()) {
                    while (result.next()) {
                        var state = result.getBoolean(2) ? attention(result.getString(3)) : RowState.QUEUED;
                        states.merge(result.getObject(1, UUID.class), state, Answers::worse);
                    }
                }
            }
            return states;
        });
    }

    private static RowState attention(String verdict) {
        return Verdict.valueOf(verdict) == Verdict.REFUSED ? RowState.REFUSED : RowState.CONFLICT;
    }

    private static RowState worse(RowState a, RowState b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /**
     * Confirmed edits are kept for a while, in case the server loses its own memory of them; then they go. A clock that
     * jumps makes that no shorter.
     */
    public void forget(Instant now, Duration kept, long cursor) {
        write(connection -> {
            var answeredBefore = LivedTime.at(connection, now).minus(kept);
            try (var delete = connection.prepareStatement("DELETE FROM operation o WHERE o.result IS NOT NULL"
                    + " AND o.answered_at < ? AND NOT (" + OperationTable.LIVE + ") AND NOT (" + NEEDS_ATTENTION
                    + ")")) {
                delete.setObject(1, CacheTransaction.time(answeredBefore));
                delete.setLong(2, cursor);
                return delete.executeUpdate();
            }
        });
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            return first(select);
        }
    }

    private static long first(PreparedStatement select) throws SQLException {
        try (var result = select.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private void write(SqlWork<?> work) {
        try {
            outbox.file().writeThrough(work);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}

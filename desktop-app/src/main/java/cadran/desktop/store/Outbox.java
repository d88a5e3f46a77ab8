package cadran.desktop.store;

import cadran.model.problem.Problem;
import cadran.model.sync.Operation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every edit of this profile, from the moment it is shown as saved until a month after the server confirmed it. It is
 * the one file that can't be rebuilt, so nothing of it is ever thrown away because it can't be read.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final List<Runnable> onSaved = new CopyOnWriteArrayList<>();
    private final Answers answers = new Answers(this);
    private final DatabaseFile file;
    /** The last number that is on the disk for certain; what stands behind it was never shown as saved. */
    private volatile long saved;
    /** Which file holds the local copy, for certain: a change of it that failed may be in the file all the same. */
    private volatile int cacheNumber;

    private Outbox(DatabaseFile file) {
        this.file = file;
        file.afterLoss(connection -> {
            noteCache(connection, cacheNumber);
            return forgetBehind(connection, saved);
        });
    }

    /** @param path without the ending that H2 gives it */
    public static Outbox open(Path path, @Nullable FileKey key, Supplier<UUID> newDevice) {
        return open(path.toString(), key, newDevice, Medium.DISK);
    }

    static Outbox open(String location, @Nullable FileKey key, Supplier<UUID> newDevice, Medium medium) {
        try {
            var file = DatabaseFile.openForced(location, key, Migrations.OUTBOX, medium);
            var outbox = new Outbox(file);
            outbox.saved = outbox.file.writeThrough(connection -> {
                long last = lastNumber(connection, newDevice);
                // H2 has been seen to keep part of a large transaction in which the program was killed.
                forgetBehind(connection, last);
                outbox.cacheNumber = cacheNumber(connection);
                return last;
            });
            return outbox;
        } catch (SQLException e) {
            LOG.error("the outbox can't be opened", e);
            throw Problem.of("outbox.unreadable").with("file", location).asException();
        }
    }

    private static long lastNumber(Connection connection, Supplier<UUID> newDevice) throws SQLException {
        try (var select = connection.createStatement();
                var result = select.executeQuery("SELECT last_number FROM device")) {
            if (result.next()) {
                return result.getLong(1);
            }
        }
        try (var insert = connection.prepareStatement("INSERT INTO device VALUES (?, 0, 1)")) {
            insert.setObject(1, newDevice.get());
            insert.executeUpdate();
        }
        return 0;
    }

    public UUID device() {
        return file.read(connection -> {
            try (var select = connection.createStatement();
                    var result = select.executeQuery("SELECT id FROM device")) {
                result.next();
                return result.getObject(1, UUID.class);
            }
        });
    }

    private static int cacheNumber(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var result = select.executeQuery("SELECT cache_number FROM device")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static boolean noteCache(Connection connection, int number) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE device SET cache_number = ?")) {
            update.setInt(1, number);
            return update.executeUpdate() == 1;
        }
    }

    /** Which file holds the local copy. */
    int cacheNumber() {
        return cacheNumber;
    }

    void useCache(int number) {
        try {
            file.writeThrough(connection -> noteCache(connection, number));
            cacheNumber = number;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /**
     * Numbers the operations and returns when they are on the disk, all of them: that is "saved". If they can't be,
     * none is, and the problem says so.
     *
     * @param cursor of the cache: edits that it has not passed yet are what later ones of the same row build on
     */
    public List<QueuedOperation> append(UUID author, EditLabel label, List<Draft> drafts, long cursor) {
        try {
            var made = file.writeThrough(connection -> insert(connection, author, label, drafts, cursor));
            saved = made.isEmpty() ? saved : made.getLast().operation().number();
            onSaved.forEach(Runnable::run);
            return made;
        } catch (SQLException e) {
            // The file is opened again without these operations, even if they reached it.
            LOG.error("an edit could not be saved", e);
            throw Problem.of("edit.not_saved").asException();
        }
    }

    private static boolean forgetBehind(Connection connection, long number) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM operation WHERE number > ?");
                var update = connection.prepareStatement("UPDATE device SET last_number = ?")) {
            delete.setLong(1, number);
            delete.executeUpdate();
            update.setLong(1, number);
            return update.executeUpdate() == 1;
        }
    }

    private List<QueuedOperation> insert(
            Connection connection, UUID author, EditLabel label, List<Draft> drafts, long cursor) throws SQLException {
        var latest = latestLive(
                connection, drafts.stream().map(draft -> draft.intent().rowId()).toList(), cursor);
        var made = new ArrayList<QueuedOperation>(drafts.size());
        long number = saved;
        try (var insert = connection.prepareStatement(OperationTable.INSERT);
                var update = connection.prepareStatement("UPDATE device SET last_number = ?")) {
            for (var draft : drafts) {
                number++;
                var after = latest.put(draft.intent().rowId(), new Latest(number, draft.baseVersion()));
                var operation = new Operation(
                        draft.id(),
                        number,
                        draft.group(),
                        draft.at(),
                        draft.baseVersion(),
                        after == null ? 0 : after.seenAt(draft.baseVersion()),
                        draft.intent(),
                        draft.reason());
                OperationTable.bind(insert, operation, author, label);
                insert.addBatch();
                made.add(new QueuedOperation(operation, author, label, null, null));
            }
            insert.executeBatch();
            update.setLong(1, number);
            update.executeUpdate();
        }
        return made;
    }

    /** The last edit of a row that is still pending, and the version of the row that its author saw. */
    private record Latest(long number, long baseVersion) {
        /**
         * What later edits build on, 0 for nothing: a power cut can take the local copy back behind what this one saw, and
         * who edits then does not see it any more.
         */
        long seenAt(long version) {
            return baseVersion <= version ? number : 0;
        }
    }

    private static Map<UUID, Latest> latestLive(Connection connection, Collection<UUID> rows, long cursor)
            throws SQLException {
        var latest = new HashMap<UUID, Latest>();
        try (var select =
                connection.prepareStatement("SELECT o.row_id, o.number, o.base_version FROM operation o WHERE "
                        + OperationTable.LIVE + " AND o.row_id = ANY(?) ORDER BY o.number")) {
            for (var some : Chunks.of(rows)) {
                select.setLong(1, cursor);
                select.setObject(2, some.toArray());
                try (var result = select.executeQuery()) {
                    while (result.next()) {
                        latest.put(result.getObject(1, UUID.class), new Latest(result.getLong(2), result.getLong(3)));
                    }
                }
            }
        }
        return latest;
    }

    /** What the server has not answered, oldest first. */
    public List<QueuedOperation> unanswered(int limit) {
        return file.read(connection -> {
            try (var select = connection.prepareStatement(
                    OperationTable.SELECT + "WHERE o.result IS NULL AND o.number <= ? ORDER BY o.number LIMIT ?")) {
                select.setLong(1, saved);
                select.setInt(2, limit);
                return OperationTable.readAll(select);
            }
        });
    }

    /** Edits of these rows that the cache shows on top of the server's rows, oldest first. */
    public List<QueuedOperation> live(Collection<UUID> rows, long cursor) {
        return file.read(connection -> {
            try (var select = connection.prepareStatement(OperationTable.SELECT + "WHERE " + OperationTable.LIVE
                    + " AND o.row_id = ANY(?) AND o.number <= ? ORDER BY o.number")) {
                select.setLong(1, cursor);
                select.setObject(2, rows.toArray());
                select.setLong(3, saved);
                return OperationTable.readAll(select);
            }
        });
    }

    /** Rows with such edits. */
    public Set<RowId> liveRows(long cursor) {
        return file.read(connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT DISTINCT o.entity, o.row_id FROM operation o WHERE " + OperationTable.LIVE)) {
                select.setLong(1, cursor);
                var rows = new HashSet<RowId>();
                try (var result = select.executeQuery()) {
                    while (result.next()) {
                        rows.add(new RowId(result.getString(1), result.getObject(2, UUID.class)));
                    }
                }
                return rows;
            }
        });
    }

    /** Told on the thread of the edit, when there is something to send. */
    public void onSaved(Runnable listener) {
        onSaved.add(listener);
    }

    /**
     * The server does not remember what this device sent: everything that it may lack goes out again, in the same
     * order, under a new device and new numbers; what it has after all, it knows by the operations' ids. Versions of
     * its old history mean nothing in the new one, so no author counts as having seen a row.
     */
    public void startAgain(UUID newDevice) {
        try {
            saved = file.writeThrough(connection -> Renumbering.run(connection, newDevice));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** What the server made of the operations. */
    public Answers answers() {
        return answers;
    }

    DatabaseFile file() {
        return file;
    }

    @Override
    public void close() {
        file.close();
    }
}

package cadran.desktop.store;

import cadran.desktop.query.SearchText;
import cadran.model.audit.HistoryLine;
import cadran.model.wire.HistoryJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

/**
 * The newest part of the history of rows, in the local copy's file: a copy that is made anew takes it from the server anew.
 * Blocks for the disk.
 */
public final class History {
    /** Entries of one transaction: whoever saves meanwhile does not wait for thousands of them. */
    private static final int AT_ONCE = 200;

    private final CacheStore cache;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    History(CacheStore cache) {
        this.cache = cache;
    }

    public HistoryState state() {
        return cache.read(History::state);
    }

    private static HistoryState state(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var result = select.executeQuery("SELECT cursor_number, hash, since FROM history_state")) {
            return result.next()
                    ? new HistoryState(result.getLong(1), result.getString(2), time(result, 3))
                    : HistoryState.NOTHING;
        }
    }

    private static Instant time(ResultSet result, int at) throws SQLException {
        return result.getObject(at, OffsetDateTime.class).toInstant();
    }

    /**
     * Takes a page in. Entries come in before the cursor does, so a page that broke off is asked for again and finds some of
     * its entries there. False if meanwhile another copy took the place of the one that the page follows.
     */
    public boolean add(HistoryState from, List<HistoryLine> lines, HistoryState to) {
        for (var some : Chunks.of(lines, AT_ONCE)) {
            if (!cache.change(connection -> state(connection).equals(from) && put(connection, some))) {
                return false;
            }
        }
        boolean moved = cache.change(connection -> state(connection).equals(from) && move(connection, to));
        if (!lines.isEmpty()) {
            listeners.forEach(Runnable::run);
        }
        return moved;
    }

    /** Told when entries came, on the thread that brought them. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private static boolean put(Connection connection, List<HistoryLine> lines) throws SQLException {
        try (var merge = connection.prepareStatement("""
                MERGE INTO history_line (seq, at, user_id, entity, subject, search, line) KEY (seq)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            for (var line : lines) {
                merge.setLong(1, line.seq());
                merge.setObject(2, CacheTransaction.time(line.at()));
                merge.setObject(3, line.user());
                merge.setString(4, line.entity());
                merge.setObject(5, line.subject());
                merge.setString(6, SearchText.of(line));
                merge.setString(7, HistoryJson.text(line));
                merge.addBatch();
            }
            merge.executeBatch();
        }
        return true;
    }

    private static boolean move(Connection connection, HistoryState to) throws SQLException {
        try (var clear = connection.prepareStatement("DELETE FROM history_state");
                var insert = connection.prepareStatement("INSERT INTO history_state VALUES (?, ?, ?)");
                var delete = connection.prepareStatement("DELETE FROM history_line WHERE at < ?")) {
            clear.executeUpdate();
            insert.setLong(1, to.cursor());
            insert.setString(2, to.hash());
            insert.setObject(3, CacheTransaction.time(to.since()));
            insert.executeUpdate();
            delete.setObject(1, CacheTransaction.time(to.since()));
            delete.executeUpdate();
        }
        return true;
    }

    /** What is here is of a history that the server does not have any more, or that this user may not see. */
    public void forget() {
        cache.change(connection -> {
            try (var delete = connection.createStatement()) {
                delete.executeUpdate("DELETE FROM history_line");
                return delete.executeUpdate("DELETE FROM history_state");
            }
        });
    }

    /** What happened to the row and to what is a part of it, the newest first. */
    public List<HistoryLine> of(UUID subject) {
        return cache.read(connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT line FROM history_line WHERE subject = ? ORDER BY at DESC, seq DESC")) {
                select.setObject(1, subject);
                return read(select);
            }
        });
    }

    private static List<HistoryLine> read(PreparedStatement select) throws SQLException {
        var lines = new ArrayList<HistoryLine>();
        try (var result = select.executeQuery()) {
            while (result.next()) {
                lines.add(HistoryJson.read(result.getString(1)));
            }
        }
        return lines;
    }

    /** The numbers of entries in their order, the newest first. */
    public long[] keys(HistoryFilter filter) {
        return cache.read(connection -> {
            var keys = LongStream.builder();
            try (var select = HistoryQuery.keys(connection, filter);
                    var result = select.executeQuery()) {
                while (result.next()) {
                    keys.add(result.getLong(1));
                }
            }
            return keys.build().toArray();
        });
    }

    /** Entries from the first position to before the second; ones that grew too old meanwhile are missing. */
    public List<HistoryLine> page(long[] keys, int from, int to) {
        var wanted = Arrays.copyOfRange(keys, Math.min(from, keys.length), Math.min(to, keys.length));
        return cache.read(connection -> {
            Map<Long, HistoryLine> found = new HashMap<>();
            try (var select = connection.prepareStatement("SELECT line FROM history_line WHERE seq = ANY(?)")) {
                select.setObject(1, Arrays.stream(wanted).boxed().toArray());
                read(select).forEach(line -> found.put(line.seq(), line));
            }
            return Arrays.stream(wanted)
                    .mapToObj(found::get)
                    .filter(Objects::nonNull)
                    .toList();
        });
    }

    /** Who did something in the time that is here, by the name that came last. */
    public Map<UUID, String> people() {
        return cache.read(connection -> {
            var people = new HashMap<UUID, String>();
            try (var select = connection.prepareStatement("""
                    SELECT line FROM history_line WHERE seq IN (
                        SELECT MAX(seq) FROM history_line WHERE user_id IS NOT NULL GROUP BY user_id)""")) {
                read(select)
                        .forEach(line -> people.put(
                                Objects.requireNonNull(line.user()), Objects.requireNonNullElse(line.userName(), "")));
            }
            return people;
        });
    }
}

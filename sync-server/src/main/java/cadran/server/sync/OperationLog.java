package cadran.server.sync;

import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.problem.Problem;
import cadran.model.sync.OperationResult;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import cadran.server.db.Tx;
import cadran.server.http.HttpProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What each device was answered, so that the same operation is applied once and answered alike however often it comes. */
final class OperationLog {
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final String LOGGED =
            "l.device_id, l.number, l.operation_id, l.user_id, l.row_id, l.seen_version, l.result";

    private final InstantSource clock;

    OperationLog(InstantSource clock) {
        this.clock = clock;
    }

    record Logged(DeviceId device, UserId user, @Nullable UUID row, long seenVersion, OperationResult result) {}

    /** Which number the device's next operation must have is only sure while its row is held. */
    long lock(Tx tx, DeviceId device, UserId user) {
        var found = device(tx, device, user, " for update");
        if (found != null) return found;
        Sql.batch(
                tx,
                "insert into sync_device (org_id, device_id, user_id, last_number) values (?, ?, ?, 0)",
                List.of(device),
                (statement, one) -> {
                    statement.setObject(1, tx.organisation().value());
                    statement.setObject(2, one.value());
                    statement.setObject(3, user.value());
                });
        return 0;
    }

    private static @Nullable Long device(Tx tx, DeviceId device, UserId user, String lock) {
        var numbers = new ArrayList<Long>(1);
        Sql.query(
                tx,
                "select user_id, last_number from sync_device where org_id = ? and device_id = ?" + lock,
                List.of(device),
                (statement, one) -> {
                    statement.setObject(1, tx.organisation().value());
                    statement.setObject(2, one.getFirst().value());
                },
                result -> {
                    if (!user.value().equals(result.getObject(1, UUID.class))) {
                        throw HttpProblem.of(FORBIDDEN, "sync.device_not_yours");
                    }
                    numbers.add(result.getLong(2));
                });
        return numbers.isEmpty() ? null : numbers.getFirst();
    }

    /** By the operations' own ids, which stay when a device numbers them anew. */
    Map<UUID, Logged> find(Tx tx, Collection<UUID> operations) {
        var found = new HashMap<UUID, Logged>();
        Sql.query(
                tx,
                "select " + LOGGED + " from unnest(?) as w (id)"
                        + " join operation_log l on l.org_id = ? and l.operation_id = w.id",
                operations,
                (statement, chunk) -> Sql.bindIds(statement, tx, chunk),
                result -> {
                    var logged = logged(result);
                    found.put(logged.result().operation(), logged);
                });
        return found;
    }

    Map<Long, Logged> numbered(Tx tx, DeviceId device, Collection<Long> numbers) {
        var found = new HashMap<Long, Logged>();
        Sql.query(
                tx,
                "select " + LOGGED + " from unnest(?) as w (number)"
                        + " join operation_log l on l.org_id = ? and l.device_id = ? and l.number = w.number",
                numbers,
                (statement, chunk) -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("bigint", chunk.toArray()));
                    statement.setObject(2, tx.organisation().value());
                    statement.setObject(3, device.value());
                },
                result -> {
                    var logged = logged(result);
                    found.put(logged.result().number(), logged);
                });
        return found;
    }

    /**
     * A device with answers that are not ours sent what we have lost: a backup was put back, of a time when its cursor
     * was as good but those operations had not come. It has to send them again, and would not know from its cursor.
     */
    void requireAnswered(Tx tx, DeviceId device, UserId user, long after) {
        var last = device(tx, device, user, "");
        long next = last == null ? 1 : last + 1;
        if (after >= next) throw HttpProblem.of(CONFLICT, Problem.of("sync.gap").with("expected", next));
    }

    /** The answers that become final when the device's cursor gets to {@code to}. */
    void answers(Tx tx, DeviceId device, UserId user, long after, long to, Consumer<OperationResult> sink) {
        Sql.query(
                tx,
                "select " + LOGGED + " from operation_log l where l.org_id = ? and l.device_id = ?"
                        + " and l.number > ? and l.change_seq <= ? order by l.org_id, l.device_id, l.number",
                List.of(device),
                (statement, one) -> {
                    statement.setObject(1, tx.organisation().value());
                    statement.setObject(2, one.getFirst().value());
                    statement.setLong(3, after);
                    statement.setLong(4, to);
                },
                result -> sink.accept(logged(result).result()));
    }

    private static Logged logged(ResultSet result) throws SQLException {
        var answer = OperationJson.readResult(Json.MAPPER.readTree(result.getString(7)));
        return new Logged(
                new DeviceId(result.getObject(1, UUID.class)),
                new UserId(result.getObject(4, UUID.class)),
                result.getObject(5, UUID.class),
                result.getLong(6),
                answer.numbered(result.getLong(2)));
    }

    void append(Tx tx, DeviceId device, UserId user, List<Logged> entries, long lastNumber) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        Sql.batch(
                tx,
                "insert into operation_log (org_id, device_id, number, operation_id, user_id, row_id, seen_version,"
                        + " change_seq, result, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries,
                (statement, entry) -> {
                    var result = entry.result();
                    statement.setObject(1, tx.organisation().value());
                    statement.setObject(2, device.value());
                    statement.setLong(3, result.number());
                    statement.setObject(4, result.operation());
                    statement.setObject(5, user.value());
                    if (entry.row() == null) {
                        statement.setNull(6, Types.OTHER);
                    } else {
                        statement.setObject(6, entry.row());
                    }
                    statement.setLong(7, entry.seenVersion());
                    statement.setLong(8, result.change());
                    statement.setString(9, Json.MAPPER.writeValueAsString(OperationJson.write(result)));
                    statement.setObject(10, now);
                });
        Sql.batch(
                tx,
                "update sync_device set last_number = ? where org_id = ? and device_id = ?",
                List.of(lastNumber),
                (statement, number) -> {
                    statement.setLong(1, number);
                    statement.setObject(2, tx.organisation().value());
                    statement.setObject(3, device.value());
                });
    }

    /** After a fork a device has a new id and other numbers for what the server had from it before. */
    void adopt(Tx tx, DeviceId device, List<OperationResult> renumbered) {
        Sql.batch(
                tx,
                "update operation_log set device_id = ?, number = ? where org_id = ? and operation_id = ?",
                renumbered,
                (statement, result) -> {
                    statement.setObject(1, device.value());
                    statement.setLong(2, result.number());
                    statement.setObject(3, tx.organisation().value());
                    statement.setObject(4, result.operation());
                });
    }
}

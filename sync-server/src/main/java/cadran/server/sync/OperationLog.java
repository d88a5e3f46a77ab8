package cadran.server.sync;

import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.sync.OperationResult;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import cadran.server.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What each device was answered, so that the same operation is applied once and answered alike however often it comes. */
final class OperationLog {
    private static final String LOGGED =
            "l.device_id, l.number, l.operation_id, l.user_id, l.row_id, l.seen_version, l.result";

    private final InstantSource clock;

    OperationLog(InstantSource clock) {
        this.clock = clock;
    }

    /** An operation by its device and number. */
    record Earlier(DeviceId device, long number) {}

    record Adopted(DeviceId device, long number, UUID operation) {}

    record Logged(DeviceId device, UserId user, @Nullable UUID row, long seenVersion, OperationResult result) {}

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

    /** What those devices have seen with those operations of theirs. */
    Map<DeviceId, DeviceSeen> seen(Tx tx, Collection<Earlier> operations) {
        var seen = new HashMap<DeviceId, DeviceSeen>();
        Sql.query(
                tx,
                "select " + LOGGED + " from unnest(?, ?) as w (device, number)"
                        + " join operation_log l on l.org_id = ? and l.device_id = w.device and l.number = w.number",
                operations,
                (statement, chunk) -> {
                    var devices = chunk.stream().map(one -> one.device().value());
                    var numbers = chunk.stream().map(Earlier::number);
                    statement.setArray(1, statement.getConnection().createArrayOf("uuid", devices.toArray()));
                    statement.setArray(2, statement.getConnection().createArrayOf("bigint", numbers.toArray()));
                    statement.setObject(3, tx.organisation().value());
                },
                result -> {
                    var logged = logged(result);
                    seen.computeIfAbsent(logged.device(), device -> new DeviceSeen())
                            .put(logged.result().number(), logged.row(), logged.seenVersion());
                });
        return seen;
    }

    /** The answers that become final when the device's cursor gets to {@code to}. */
    void answers(Tx tx, DeviceId device, long after, long to, Consumer<OperationResult> sink) {
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

    void append(Tx tx, List<Logged> entries) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        Sql.batch(
                tx,
                "insert into operation_log (org_id, device_id, number, operation_id, user_id, row_id, seen_version,"
                        + " change_seq, result, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries,
                (statement, entry) -> {
                    var result = entry.result();
                    statement.setObject(1, tx.organisation().value());
                    statement.setObject(2, entry.device().value());
                    statement.setLong(3, result.number());
                    statement.setObject(4, result.operation());
                    statement.setObject(5, entry.user().value());
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
    }

    /** After a fork a device has a new id and other numbers for what the server had from it before. */
    void adopt(Tx tx, List<Adopted> renumbered) {
        Sql.batch(
                tx,
                "update operation_log set device_id = ?, number = ? where org_id = ? and operation_id = ?",
                renumbered,
                (statement, one) -> {
                    statement.setObject(1, one.device().value());
                    statement.setLong(2, one.number());
                    statement.setObject(3, tx.organisation().value());
                    statement.setObject(4, one.operation());
                });
    }
}

package cadran.server.sync;

import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.problem.Problem;
import cadran.server.db.Tx;
import cadran.server.http.HttpProblem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose each device is, and the last number that it was answered: table {@code sync_device}. */
final class DeviceNumbers {
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    private static final String SELECT = "select t.device_id, t.user_id, t.last_number from ";

    /** In the order of their ids, as {@link EntitySql} locks rows, and for the same reason in these words. */
    private static final String LOCK = SELECT + "unnest(?) as w (id) cross join (select cast(? as uuid) as id) as o"
            + " join sync_device t on t.org_id = o.id and t.device_id = w.id order by t.device_id for update";

    private static final String FIND =
            SELECT + "unnest(?) as w (id) join sync_device t on t.org_id = ? and t.device_id = w.id";

    /**
     * @param isNew when the table has no row of it yet
     * @param installation the program at which a new one begins, where it is known
     */
    record Last(
            DeviceId device,
            UserId user,
            long number,
            boolean isNew,
            @Nullable DeviceId installation) {
        Last at(long newNumber) {
            return new Last(device, user, newNumber, isNew, installation);
        }

        private void requireUser(UserId other) {
            if (!user.equals(other)) throw HttpProblem.of(FORBIDDEN, "sync.device_not_yours");
        }
    }

    /** Which number a device's next operation must have is only sure while its row is held. New ones have none. */
    Map<DeviceId, Last> lock(Tx tx, Collection<DeviceId> devices) {
        return read(tx, LOCK, devices);
    }

    private static Map<DeviceId, Last> read(Tx tx, String sql, Collection<DeviceId> devices) {
        var ids = devices.stream().map(DeviceId::value).collect(Collectors.toCollection(TreeSet::new));
        var found = new HashMap<DeviceId, Last>();
        Sql.query(tx, sql, ids, (statement, chunk) -> Sql.bindIds(statement, tx, chunk), result -> {
            var device = new DeviceId(result.getObject(1, UUID.class));
            var user = new UserId(result.getObject(2, UUID.class));
            found.put(device, new Last(device, user, result.getLong(3), false, null));
        });
        return found;
    }

    /** As it was locked, or the beginning of a new one. */
    static Last of(Map<DeviceId, Last> locked, DeviceId device, UserId user, @Nullable DeviceId installation) {
        var last = locked.getOrDefault(device, new Last(device, user, 0, true, installation));
        last.requireUser(user);
        return last;
    }

    /**
     * A device with answers that are not ours sent what we have lost: a backup was put back, of a time when its cursor
     * was as good but those operations had not come. It has to send them again, and would not know from its cursor.
     */
    void requireAnswered(Tx tx, DeviceId device, UserId user, long after) {
        long next = of(read(tx, FIND, List.of(device)), device, user, null).number() + 1;
        if (after >= next) throw HttpProblem.of(CONFLICT, Problem.of("sync.gap").with("expected", next));
    }

    void write(Tx tx, List<Last> devices) {
        Sql.batch(
                tx,
                "insert into sync_device (last_number, user_id, org_id, device_id, installation) values (?, ?, ?, ?, ?)",
                devices.stream().filter(Last::isNew).toList(),
                (statement, one) -> {
                    statement.setLong(1, one.number());
                    statement.setObject(2, one.user().value());
                    statement.setObject(3, tx.organisation().value());
                    statement.setObject(4, one.device().value());
                    var at = one.installation();
                    statement.setObject(5, at == null ? null : at.value());
                });
        Sql.batch(
                tx,
                "update sync_device set last_number = ? where org_id = ? and device_id = ?",
                devices.stream().filter(one -> !one.isNew()).toList(),
                (statement, one) -> {
                    statement.setLong(1, one.number());
                    statement.setObject(2, tx.organisation().value());
                    statement.setObject(3, one.device().value());
                });
    }
}

package cadran.server.sync;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import cadran.model.sync.UniqueKey;
import cadran.server.db.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of every synced table. Reading and locking is for all; only {@link Apply} writes. */
public final class EntityStore {
    /** Ordered by all columns of the key: by the id alone H2 would read and sort the whole organisation for each page. */
    private static final String PAGE =
            " where t.org_id = ? and t.id > ? and t.audience = any(?) order by t.org_id, t.id limit ?";

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int VERSIONS_AT_ONCE = 20_000;

    /** {@code select … from table t}, to which a list adds its conditions and its order; {@link #read} reads its rows. */
    public String select(EntityType<?> type) {
        return EntitySql.of(type).select();
    }

    public Row read(EntityType<?> type, ResultSet result) throws SQLException {
        var values = new ArrayList<@Nullable Object>(type.fields().size());
        int column = 4;
        for (Field field : type.fields()) {
            values.add(Sql.read(field.kind(), result, column++));
        }
        return new Row(
                type, result.getObject(1, UUID.class), result.getLong(2), result.getObject(3, UUID.class), values);
    }

    public @Nullable Row find(Tx tx, EntityType<?> type, UUID id) {
        return find(tx, type, List.of(id)).get(id);
    }

    public Map<UUID, Row> find(Tx tx, EntityType<?> type, Collection<UUID> ids) {
        return rows(tx, type, EntitySql.of(type).byIds(), ids);
    }

    /** The rows that exist, held until the transaction ends. Everybody locks types in the schema's order, rows by id. */
    public Map<UUID, Row> lock(Tx tx, EntityType<?> type, Collection<UUID> ids) {
        return rows(tx, type, EntitySql.of(type).lock(), new TreeSet<>(ids));
    }

    private Map<UUID, Row> rows(Tx tx, EntityType<?> type, String sql, Collection<UUID> ids) {
        var rows = new HashMap<UUID, Row>();
        Sql.query(tx, sql, ids, (statement, chunk) -> Sql.bindIds(statement, tx, chunk), result -> {
            var row = read(type, result);
            rows.put(row.id(), row);
        });
        return rows;
    }

    /** Who may see the rows; those that don't exist are missing. */
    Map<UUID, UUID> audiences(Tx tx, EntityType<?> type, Collection<UUID> ids) {
        var audiences = new HashMap<UUID, UUID>();
        Sql.query(
                tx,
                EntitySql.of(type).audiences(),
                ids,
                (statement, chunk) -> Sql.bindIds(statement, tx, chunk),
                result -> audiences.put(result.getObject(1, UUID.class), result.getObject(2, UUID.class)));
        return audiences;
    }

    /** Which row holds each of these values of a unique key. */
    Map<KeyValue, UUID> holders(Tx tx, EntityType<?> type, UniqueKey key, Collection<KeyValue> values) {
        var kinds = key.fields().stream().map(field -> type.field(field).kind()).toList();
        var holders = new HashMap<KeyValue, UUID>();
        Sql.query(
                tx,
                EntitySql.of(type).holders(key),
                values,
                (statement, chunk) -> {
                    for (int i = 0; i < kinds.size(); i++) {
                        int at = i;
                        var column = chunk.stream()
                                .map(value -> value.parts().get(at))
                                .toArray();
                        var sqlType = switch (kinds.get(i)) {
                            case REFERENCE -> "uuid";
                            case DATE -> "date";
                            default -> "varchar";
                        };
                        statement.setArray(i + 1, statement.getConnection().createArrayOf(sqlType, column));
                    }
                    statement.setObject(kinds.size() + 1, tx.organisation().value());
                },
                result -> {
                    var parts = new ArrayList<>();
                    for (int i = 0; i < kinds.size(); i++) {
                        Object part = Sql.read(kinds.get(i), result, i + 2);
                        if (part != null) parts.add(part);
                    }
                    holders.put(new KeyValue(type, key, parts), result.getObject(1, UUID.class));
                });
        return holders;
    }

    /** In the order of their ids, those behind {@code after} that one of the audiences may see. */
    List<Row> after(Tx tx, EntityType<?> type, Collection<UUID> audiences, @Nullable UUID after, int limit) {
        var rows = new ArrayList<Row>(limit);
        if (audiences.isEmpty()) return rows;
        var sql = EntitySql.of(type).select() + PAGE;
        Sql.query(
                tx,
                sql,
                List.of(limit),
                (statement, one) -> bindPage(statement, tx, audiences, after, limit),
                result -> rows.add(read(type, result)));
        return rows;
    }

    interface VersionSink {
        void accept(UUID id, long version);
    }

    /** Ids and versions of everything that the audiences may see, a part at a time: H2 holds a result in memory. */
    void versions(Tx tx, EntityType<?> type, Collection<UUID> audiences, VersionSink sink) {
        var sql = "select t.id, t.version from " + type.name() + " t" + PAGE;
        var last = new UUID[1];
        int[] count = {VERSIONS_AT_ONCE};
        while (count[0] == VERSIONS_AT_ONCE) {
            count[0] = 0;
            Sql.query(
                    tx,
                    sql,
                    List.of(VERSIONS_AT_ONCE),
                    (statement, one) -> bindPage(statement, tx, audiences, last[0], VERSIONS_AT_ONCE),
                    result -> {
                        last[0] = result.getObject(1, UUID.class);
                        sink.accept(last[0], result.getLong(2));
                        count[0]++;
                    });
        }
    }

    private static void bindPage(
            PreparedStatement statement, Tx tx, Collection<UUID> audiences, @Nullable UUID after, int limit)
            throws SQLException {
        statement.setObject(1, tx.organisation().value());
        statement.setObject(2, after == null ? BEFORE_ALL : after);
        statement.setArray(3, statement.getConnection().createArrayOf("uuid", audiences.toArray()));
        statement.setInt(4, limit);
    }

    long count(Tx tx, EntityType<?> type) {
        return tx.handle()
                .createQuery("select count(*) from " + type.name() + " where org_id = :org")
                .bind("org", tx.organisation().value())
                .mapTo(Long.class)
                .one();
    }

    long countReferring(Tx tx, EntityType<?> type, Field reference, UUID target) {
        return tx.handle()
                .createQuery("select count(*) from " + type.name() + " where org_id = :org and " + reference.column()
                        + " = :target")
                .bind("org", tx.organisation().value())
                .bind("target", target)
                .mapTo(Long.class)
                .one();
    }

    /** Whether a row points to this one and has that in another of its fields. */
    boolean isPointedTo(Tx tx, EntityType<?> type, Field reference, UUID target, Field other, Object value) {
        var found = new ArrayList<UUID>(1);
        Sql.query(
                tx,
                "select t.id from " + type.name() + " t where t.org_id = ? and t." + reference.column() + " = ? and t."
                        + other.column() + " = ? fetch first 1 rows only",
                List.of(target),
                (statement, one) -> {
                    statement.setObject(1, tx.organisation().value());
                    statement.setObject(2, target);
                    Sql.bind(statement, 3, other.kind(), value);
                },
                result -> found.add(result.getObject(1, UUID.class)));
        return !found.isEmpty();
    }

    /** The rows whose field points to this one. */
    public List<Row> pointingTo(Tx tx, EntityType<?> type, Field reference, UUID target) {
        var rows = new ArrayList<Row>();
        Sql.query(
                tx,
                select(type) + " where t.org_id = ? and t." + reference.column() + " = ?",
                List.of(target),
                (statement, one) -> {
                    statement.setObject(1, tx.organisation().value());
                    statement.setObject(2, target);
                },
                result -> rows.add(read(type, result)));
        return rows;
    }

    /** The other rows of which the stretch between two texts of one length meets this one's. */
    List<Row> meeting(Tx tx, Row row, Field first, Field last) {
        var rows = new ArrayList<Row>();
        var from = row.text(first.name());
        var to = row.text(last.name());
        if (from == null || to == null) return rows;
        Sql.query(
                tx,
                select(row.type()) + " where t.org_id = ? and t." + first.column() + " <= ? and t." + last.column()
                        + " >= ? and char_length(t." + first.column() + ") = ? and t.id <> ? order by t."
                        + first.column(),
                List.of(row),
                (statement, one) -> {
                    statement.setObject(1, tx.organisation().value());
                    statement.setString(2, to);
                    statement.setString(3, from);
                    statement.setInt(4, from.length());
                    statement.setObject(5, row.id());
                },
                result -> rows.add(read(row.type(), result)));
        return rows;
    }

    void insert(Tx tx, EntityType<?> type, List<Row> rows) {
        Sql.batch(tx, EntitySql.of(type).insert(), rows, (statement, row) -> {
            int next = bindValues(statement, row);
            statement.setObject(next, tx.organisation().value());
            statement.setObject(next + 1, row.id());
        });
    }

    void update(Tx tx, EntityType<?> type, List<Step> steps) {
        Sql.batch(tx, EntitySql.of(type).update(), steps, (statement, step) -> {
            int next = bindValues(statement, step.after());
            bindVersion(statement, next, tx, step.before());
        });
    }

    void delete(Tx tx, EntityType<?> type, List<Row> rows) {
        Sql.batch(tx, EntitySql.of(type).delete(), rows, (statement, row) -> bindVersion(statement, 1, tx, row));
    }

    /** A row from one version to another. */
    record Step(Row before, Row after) {}

    private static void bindVersion(PreparedStatement statement, int from, Tx tx, Row row) throws SQLException {
        statement.setObject(from, tx.organisation().value());
        statement.setObject(from + 1, row.id());
        statement.setLong(from + 2, row.version());
    }

    private static int bindValues(PreparedStatement statement, Row row) throws SQLException {
        statement.setLong(1, row.version());
        statement.setObject(2, row.audience());
        int next = 3;
        for (int i = 0; i < row.values().size(); i++) {
            Sql.bind(
                    statement,
                    next++,
                    row.type().fields().get(i).kind(),
                    row.values().get(i));
        }
        for (UniqueKey key : EntitySql.liveKeys(row.type())) {
            var value = KeyValue.of(key, row);
            Sql.bind(
                    statement,
                    next++,
                    FieldKind.TEXT,
                    value == null ? null : value.parts().getFirst());
        }
        return next;
    }
}

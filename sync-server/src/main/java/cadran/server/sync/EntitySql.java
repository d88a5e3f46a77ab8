package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.UniqueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL of one synced table, from its descriptor. Rows are looked up by joining {@code unnest} of an array: both
 * databases turn that into one index lookup per element, while H2 answers {@code = any(array)} and row-value lists on
 * a two-column key by reading the whole organisation.
 */
record EntitySql(
        String select,
        String byIds,
        String lock,
        String audiences,
        String insert,
        String update,
        String delete,
        Map<UniqueKey, String> holdersByKey) {

    private static final Map<EntityType<?>, EntitySql> BY_TYPE =
            Schema.TYPES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), EntitySql::describe));

    static EntitySql of(EntityType<?> type) {
        var sql = BY_TYPE.get(type);
        if (sql == null) throw new IllegalArgumentException(type + " is not in the schema");
        return sql;
    }

    /** Who holds these values of the key: one array for each of its columns, then the organisation. */
    String holders(UniqueKey key) {
        return Objects.requireNonNull(holdersByKey.get(key));
    }

    /** What the store maintains behind the fields: the values of unique keys that hold among live rows only. */
    static List<UniqueKey> liveKeys(EntityType<?> type) {
        return type.uniqueKeys().stream()
                .filter(key -> key.liveColumn() != null)
                .toList();
    }

    static List<String> columns(UniqueKey key, EntityType<?> type) {
        var live = key.liveColumn();
        return live != null
                ? List.of(live)
                : key.fields().stream().map(type::field).map(Field::column).toList();
    }

    private static EntitySql describe(EntityType<?> type) {
        var table = type.name();
        var read = new ArrayList<>(List.of("version", "audience"));
        type.fields().forEach(field -> read.add(field.column()));
        var written = new ArrayList<>(read);
        liveKeys(type).forEach(key -> written.addAll(columns(key, type)));

        var select = "select t.id, t." + String.join(", t.", read) + " from " + table + " t";
        var byIds =
                select.replace(" from ", " from unnest(?) as w (id) join ").concat(" on t.org_id = ? and t.id = w.id");
        return new EntitySql(
                select,
                byIds,
                lock(select),
                "select t.id, t.audience from unnest(?) as w (id) join " + table + " t on t.org_id = ? and t.id = w.id",
                "insert into " + table + " (" + String.join(", ", written) + ", org_id, id) values ("
                        + String.join(", ", Collections.nCopies(written.size() + 2, "?")) + ")",
                "update " + table + " set " + String.join(" = ?, ", written)
                        + " = ? where org_id = ? and id = ? and version = ?",
                "delete from " + table + " where org_id = ? and id = ? and version = ?",
                type.uniqueKeys().stream()
                        .collect(Collectors.toUnmodifiableMap(Function.identity(), key -> holders(type, key))));
    }

    /**
     * With an order to keep, H2 would read the whole organisation and look up each row in the array: a minute for a
     * million. As long as the organisation's id is a column like others, there is nothing to gain in that.
     */
    private static String lock(String select) {
        return select.replace(
                        " from ", " from unnest(?) as w (id) cross join (select cast(? as uuid) as id) as o join ")
                .concat(" on t.org_id = o.id and t.id = w.id order by t.id for update");
    }

    private static String holders(EntityType<?> type, UniqueKey key) {
        var columns = columns(key, type);
        var arrays = String.join(", ", Collections.nCopies(columns.size(), "?"));
        var names = IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).toList();
        var joined = IntStream.range(0, columns.size())
                .mapToObj(i -> " and t." + columns.get(i) + " = w.c" + i)
                .collect(Collectors.joining());
        return "select t.id, t." + String.join(", t.", columns) + " from unnest(" + arrays + ") as w ("
                + String.join(", ", names) + ") join " + type.name() + " t on t.org_id = ?" + joined;
    }
}

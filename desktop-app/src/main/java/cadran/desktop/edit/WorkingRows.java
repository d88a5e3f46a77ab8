package cadran.desktop.edit;

import cadran.desktop.store.Referrer;
import cadran.desktop.store.RowId;
import cadran.desktop.store.Rows;
import cadran.model.sync.EntityType;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.model.sync.UniqueKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows as they stand in the middle of an edit: the local copy, and over it what the edit did so far. */
final class WorkingRows implements Neighbours {
    private final Rows rows;
    private final LocalDate today;
    /** Null for a row that the edit deleted. */
    private final Map<RowId, @Nullable Row> touched = new LinkedHashMap<>();

    private final Map<RowId, Row> read = new HashMap<>();
    private final Map<List<Object>, UUID> claimed = new HashMap<>();
    private final Map<String, Set<UUID>> existing = new HashMap<>();

    WorkingRows(Rows rows, LocalDate today) {
        this.rows = rows;
        this.today = today;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    /** Reads what the edit will need in one go: it may have thousands of rows. */
    void prepare(EntityType<?> type, Collection<UUID> ids) {
        rows.findAll(type, ids).values().forEach(row -> read.put(new RowId(type.name(), row.id()), row));
    }

    @Override
    public @Nullable Row find(EntityType<?> type, UUID id) {
        var key = new RowId(type.name(), id);
        return touched.containsKey(key) ? touched.get(key) : read.computeIfAbsent(key, absent -> rows.find(type, id));
    }

    @Override
    public List<Row> pointingTo(EntityType<?> type, String field, UUID id) {
        var reference = type.field(field);
        var all = new ArrayList<Row>();
        rows.pointingTo(type, reference, id).stream()
                .filter(row -> !touched.containsKey(new RowId(type.name(), row.id())))
                .forEach(all::add);
        touched.values().stream()
                .filter(Objects::nonNull)
                .filter(row -> row.type() == type && id.equals(row.get(field)))
                .forEach(all::add);
        return all;
    }

    void set(EntityType<?> type, UUID id, @Nullable Row row) {
        var before = find(type, id);
        for (var key : type.uniqueKeys()) {
            if (before != null) {
                claimed.remove(claim(key, before), id);
            }
            if (row != null && key.live().test(row)) {
                claimed.put(claim(key, row), id);
            }
        }
        touched.put(new RowId(type.name(), id), row);
    }

    boolean exists(EntityType<?> type, UUID id) {
        var key = new RowId(type.name(), id);
        if (touched.containsKey(key)) {
            return touched.get(key) != null;
        }
        var known = existing.computeIfAbsent(type.name(), any -> new HashSet<>());
        if (!known.contains(id)) {
            known.addAll(rows.existing(type, List.of(id)));
        }
        return known.contains(id);
    }

    /** A live row other than this one that holds the key's values; null when they are free. */
    @Nullable
    Row holder(UniqueKey key, Row row) {
        if (!key.live().test(row) || key.fields().stream().anyMatch(field -> row.get(field) == null)) {
            return null;
        }
        var claimant = claimed.get(claim(key, row));
        if (claimant != null && !claimant.equals(row.id())) {
            return find(row.type(), claimant);
        }
        return rows.sharing(key, row).stream()
                .filter(other -> !touched.containsKey(new RowId(row.type().name(), other.id())))
                .filter(key.live())
                .findFirst()
                .orElse(null);
    }

    /** How many rows of a type point to this one, the edit's own doings counted. */
    List<Referrer> referrers(EntityType<?> type, UUID id) {
        var stored = rows.referrers(type, List.of(id), Set.of());
        if (!stored.isEmpty()) {
            var mine = new HashSet<UUID>();
            touched.keySet().forEach(key -> mine.add(key.id()));
            stored = rows.referrers(type, List.of(id), mine);
        }
        var all = new ArrayList<>(stored);
        for (var row : touched.values()) {
            if (row != null) {
                row.type().fields().stream()
                        .filter(field -> field.kind() == FieldKind.REFERENCE && id.equals(row.get(field.name())))
                        .forEach(field -> all.add(new Referrer(row.type(), field.name(), 1)));
            }
        }
        return all;
    }

    Map<RowId, @Nullable Row> touched() {
        return touched;
    }

    private static List<Object> claim(UniqueKey key, Row row) {
        var claim = new ArrayList<Object>();
        claim.add(row.type().name());
        claim.add(key.fields());
        key.fields().forEach(field -> claim.add(String.valueOf(row.get(field))));
        return claim;
    }
}

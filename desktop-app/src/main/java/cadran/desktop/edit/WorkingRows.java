package cadran.desktop.edit;

import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.Referrer;
import cadran.desktop.store.RowId;
import cadran.desktop.store.Rows;
import cadran.model.Schema;
import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Intent;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.model.sync.UniqueKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows as they stand in the middle of an edit: the local copy, and over it what the edit did so far. */
final class WorkingRows implements Neighbours {
    private final Rows rows;
    private final Author author;
    private final LocalDate today;
    /** Null for a row that the edit deleted. */
    private final Map<RowId, @Nullable Row> touched = new LinkedHashMap<>();

    /** Which of the touched rows point to a row by a field: going through all of them for each would be their square. */
    private final Map<Pointer, Set<UUID>> pointing = new HashMap<>();

    private final Map<List<Object>, UUID> claimed = new HashMap<>();
    private final ReadAhead stored;

    private record Pointer(EntityType<?> type, String field, UUID target) {}

    WorkingRows(Rows rows, Author author, LocalDate today) {
        this.rows = rows;
        this.author = author;
        stored = new ReadAhead(rows);
        this.today = today;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public UUID author() {
        return author.user();
    }

    @Override
    public boolean mayAuthor(Permission permission) {
        return author.permissions().contains(permission);
    }

    /** Reads what the edit will need in one go: it may have thousands of rows. */
    void prepare(EntityType<?> type, Collection<Intent> intents) {
        stored.prepare(type, intents);
    }

    @Override
    public @Nullable Row find(EntityType<?> type, UUID id) {
        var key = new RowId(type.name(), id);
        return touched.containsKey(key) ? touched.get(key) : stored.find(type, id);
    }

    @Override
    public List<Row> pointingTo(EntityType<?> type, String field, UUID id) {
        var all = new ArrayList<Row>();
        stored.pointingTo(type, field, id).stream()
                .filter(row -> !touched.containsKey(new RowId(type.name(), row.id())))
                .forEach(all::add);
        pointing.getOrDefault(new Pointer(type, field, id), Set.of()).stream()
                .map(each -> touched.get(new RowId(type.name(), each)))
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    @Override
    public boolean isPointedTo(EntityType<?> type, String field, UUID id, String other, Object value) {
        boolean byEdit = pointing.getOrDefault(new Pointer(type, field, id), Set.of()).stream()
                .map(each -> touched.get(new RowId(type.name(), each)))
                .anyMatch(row -> row != null && value.equals(row.get(other)));
        var query = Query.unordered(type)
                .where(List.of(new Filter.Is(field, id), new Filter.Is(other, value)))
                .first(touched.size() + 1);
        return byEdit
                || rows.list(query).stream()
                        .anyMatch(found -> !touched.containsKey(
                                new RowId(type.name(), found.row().id())));
    }

    @Override
    public List<Row> meeting(Row row, String first, String last) {
        var type = row.type();
        var all = new ArrayList<Row>();
        rows.meeting(row, type.field(first), type.field(last)).stream()
                .filter(other -> !touched.containsKey(new RowId(type.name(), other.id())))
                .forEach(all::add);
        touched.values().stream()
                .filter(Objects::nonNull)
                .filter(other -> other.type() == type && !other.id().equals(row.id()))
                .filter(other -> meets(other, row, first, last))
                .forEach(all::add);
        return all;
    }

    private static boolean meets(Row one, Row other, String first, String last) {
        var from = String.valueOf(one.text(first));
        var otherFrom = String.valueOf(other.text(first));
        return from.length() == otherFrom.length()
                && from.compareTo(String.valueOf(other.text(last))) <= 0
                && otherFrom.compareTo(String.valueOf(one.text(last))) <= 0;
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
        var key = new RowId(type.name(), id);
        var earlier = touched.put(key, row);
        point(type, earlier, false);
        point(type, row, true);
    }

    private void point(EntityType<?> type, @Nullable Row row, boolean points) {
        if (row == null) {
            return;
        }
        for (var field : type.fields()) {
            var target = field.kind() == FieldKind.REFERENCE ? row.reference(field.name()) : null;
            if (target != null) {
                var from =
                        pointing.computeIfAbsent(new Pointer(type, field.name(), target), any -> new LinkedHashSet<>());
                if (points) {
                    from.add(row.id());
                } else {
                    from.remove(row.id());
                }
            }
        }
    }

    boolean exists(EntityType<?> type, UUID id) {
        var key = new RowId(type.name(), id);
        return touched.containsKey(key) ? touched.get(key) != null : stored.exists(type, id);
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
        return stored.sharing(key, row).stream()
                .filter(other -> !touched.containsKey(new RowId(row.type().name(), other.id())))
                .filter(key.live())
                .findFirst()
                .orElse(null);
    }

    /** How many rows of a type point to this one, the edit's own doings counted. */
    List<Referrer> referrers(EntityType<?> type, UUID id) {
        var inStore = rows.referrers(type, List.of(id), Set.of());
        if (!inStore.isEmpty()) {
            var mine = new HashSet<UUID>();
            touched.keySet().forEach(key -> mine.add(key.id()));
            inStore = rows.referrers(type, List.of(id), mine);
        }
        var all = new ArrayList<>(inStore);
        for (var referrer : Schema.referrersTo(type)) {
            var mine = pointing.getOrDefault(
                    new Pointer(referrer.type(), referrer.field().name(), id), Set.of());
            if (!mine.isEmpty()) {
                all.add(new Referrer(referrer.type(), referrer.field().name(), mine.size()));
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

package cadran.desktop.edit;

import cadran.desktop.store.Rows;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.model.sync.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The local copy under an edit. What one row of the edit asks, the others will ask too, so it is read for all of them
 * at the first question: an edit may have thousands of rows, and a query for each of them takes longer than the edit.
 */
final class ReadAhead {
    private record Pointer(EntityType<?> type, String field) {}

    private record Holding(EntityType<?> type, UniqueKey key) {}

    private final Rows rows;
    private final Map<EntityType<?>, Map<UUID, Row>> read = new HashMap<>();
    /** The rows of the edit itself. */
    private final Map<EntityType<?>, Set<UUID>> edited = new HashMap<>();

    private final Map<EntityType<?>, Map<UUID, Boolean>> existing = new HashMap<>();
    private final Map<Pointer, Map<UUID, List<Row>>> pointing = new HashMap<>();
    /** By the key's first value. */
    private final Map<Holding, Map<Object, List<Row>>> holding = new HashMap<>();

    ReadAhead(Rows rows) {
        this.rows = rows;
    }

    /** @param intents of rows of one type */
    void prepare(EntityType<?> type, Collection<Intent> intents) {
        var ids = intents.stream().map(Intent::rowId).collect(Collectors.toSet());
        edited.computeIfAbsent(type, any -> new HashSet<>()).addAll(ids);
        read.computeIfAbsent(type, any -> new HashMap<>()).putAll(rows.findAll(type, ids));
        for (var field : type.fields()) {
            if (field.kind() == FieldKind.REFERENCE) {
                var target = Schema.type(Objects.requireNonNull(field.references()));
                ask(target, wanted(intents, field.name()));
            }
        }
        for (var key : type.uniqueKeys()) {
            var values = new HashSet<Object>();
            for (var intent : intents) {
                var value = firstOf(key, type, intent);
                if (value != null) {
                    values.add(value);
                }
            }
            hold(type, key, values);
        }
    }

    private static Set<UUID> wanted(Collection<Intent> intents, String field) {
        return intents.stream()
                .map(intent -> wanted(intent, field))
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .collect(Collectors.toSet());
    }

    private static @Nullable Object wanted(Intent intent, String field) {
        return switch (intent) {
            case Intent.Create create -> create.values().get(field);
            case Intent.Patch patch
            when patch.changes().get(field) != null ->
                Objects.requireNonNull(patch.changes().get(field)).after();
            case Intent.Move move
            when move.changes().get(field) != null ->
                Objects.requireNonNull(move.changes().get(field)).after();
            default -> null;
        };
    }

    /** Where the key's first value has to be looked after: in what is new, what moves, and what changes it. */
    private @Nullable Object firstOf(UniqueKey key, EntityType<?> type, Intent intent) {
        boolean concerned = !(intent instanceof Intent.Delete)
                && !(intent instanceof Intent.Patch patch
                        && key.fields().stream().noneMatch(patch.changes()::containsKey));
        if (!concerned) {
            return null;
        }
        var field = type.field(key.fields().getFirst());
        var wanted = wanted(intent, field.name());
        var row = stored(type, intent.rowId());
        return wanted != null ? field.tidy(wanted) : row == null ? null : row.get(field.name());
    }

    private @Nullable Row stored(EntityType<?> type, UUID id) {
        return read.computeIfAbsent(type, any -> new HashMap<>()).get(id);
    }

    @Nullable
    Row find(EntityType<?> type, UUID id) {
        var known = read.computeIfAbsent(type, any -> new HashMap<>());
        if (!known.containsKey(id) && !edited.getOrDefault(type, Set.of()).contains(id)) {
            var row = rows.find(type, id);
            if (row != null) {
                known.put(id, row);
            }
        }
        return known.get(id);
    }

    boolean exists(EntityType<?> type, UUID id) {
        var known = existing.get(type);
        if (known == null || !known.containsKey(id)) {
            ask(type, Set.of(id));
        }
        return Boolean.TRUE.equals(Objects.requireNonNull(existing.get(type)).get(id));
    }

    private void ask(EntityType<?> type, Set<UUID> ids) {
        var known = existing.computeIfAbsent(type, any -> new HashMap<>());
        if (!ids.isEmpty()) {
            ids.forEach(id -> known.put(id, false));
            rows.existing(type, ids).forEach(id -> known.put(id, true));
        }
    }

    /** The rows whose field points to this one. */
    List<Row> pointingTo(EntityType<?> type, String field, UUID id) {
        var reference = type.field(field);
        var known = pointing.computeIfAbsent(new Pointer(type, field), any -> new HashMap<>());
        if (!known.containsKey(id)) {
            var target = Schema.type(Objects.requireNonNull(reference.references()));
            var asked = new HashSet<>(edited.getOrDefault(target, Set.of()));
            asked.removeAll(known.keySet());
            asked.add(id);
            asked.forEach(each -> known.put(each, new ArrayList<>()));
            rows.pointingTo(type, reference, asked)
                    .forEach(row -> Objects.requireNonNull(known.get(row.reference(field)))
                            .add(row));
        }
        return known.getOrDefault(id, List.of());
    }

    /** Rows that share the key's values with this one, whether live or not; itself left out. */
    List<Row> sharing(UniqueKey key, Row row) {
        var first = Objects.requireNonNull(row.get(key.fields().getFirst()));
        var known = holding.getOrDefault(new Holding(row.type(), key), Map.of());
        if (!known.containsKey(first)) {
            hold(row.type(), key, Set.of(first));
        }
        return Objects.requireNonNull(holding.get(new Holding(row.type(), key))).getOrDefault(first, List.of()).stream()
                .filter(other -> !other.id().equals(row.id()))
                .filter(other ->
                        key.fields().stream().allMatch(field -> Objects.equals(row.get(field), other.get(field))))
                .toList();
    }

    private void hold(EntityType<?> type, UniqueKey key, Set<Object> values) {
        var known = holding.computeIfAbsent(new Holding(type, key), any -> new HashMap<>());
        if (!values.isEmpty()) {
            values.forEach(value -> known.put(value, new ArrayList<>()));
            var field = type.field(key.fields().getFirst());
            rows.holding(type, field, values)
                    .forEach(row -> Objects.requireNonNull(known.get(row.get(field.name())))
                            .add(row));
        }
    }
}

package cadran.desktop.store;

import cadran.desktop.query.Filter;
import cadran.desktop.query.Group;
import cadran.desktop.query.Grouping;
import cadran.desktop.query.Query;
import cadran.model.Schema;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberPrice;
import cadran.model.numbers.NumberRange;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is read from the local copy. It blocks for the disk, so it is called in the background. Lists are
 * read as keys first and then page by page: at a million numbers nothing here holds more than the keys.
 */
public final class Rows {
    private final CacheStore cache;
    private final Outbox outbox;
    private final GridIndex index;

    Rows(CacheStore cache, Outbox outbox, GridIndex index) {
        this.cache = cache;
        this.outbox = outbox;
        this.index = index;
    }

    public @Nullable Row find(EntityType<?> type, UUID id) {
        return findAll(type, List.of(id)).get(id);
    }

    /** As the record that features use. */
    public <T extends Record> @Nullable T read(EntityType<T> type, UUID id) {
        var row = find(type, id);
        return row == null ? null : type.read(row);
    }

    public Map<UUID, Row> findAll(EntityType<?> type, Collection<UUID> ids) {
        return cache.read(connection -> EntityTable.of(type).find(connection, ids));
    }

    /** The keys of a list in its order; good until rows are added or removed. */
    public long[] keys(Query query) {
        var indexed = index.keys(query);
        return indexed == null ? keysBySql(query) : indexed;
    }

    /** Which file the keys are of: they say nothing about another. */
    public int file() {
        return cache.number();
    }

    private long[] keysBySql(Query query) {
        return cache.read(connection -> KeyQuery.keys(connection, query));
    }

    public long count(Query query) {
        var indexed = index.count(query);
        return indexed == null ? countBySql(query) : indexed;
    }

    private long countBySql(Query query) {
        return cache.read(connection -> {
            try (var select = KeyQuery.count(connection, query);
                    var result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    /** Whether it is a big table of which questions will soon be answered a hundred times as fast. */
    public boolean isBeingRead(EntityType<?> type) {
        return index.isBeingRead(type);
    }

    /** How many rows have the same values in some fields; in no order. */
    public List<Group> groups(Grouping grouping) {
        var indexed = index.groups(grouping);
        return indexed == null ? groupsBySql(grouping) : indexed;
    }

    private List<Group> groupsBySql(Grouping grouping) {
        var fields =
                grouping.fields().stream().map(grouping.query().type()::field).toList();
        return cache.read(connection -> {
            var groups = new ArrayList<Group>();
            try (var select = KeyQuery.groups(connection, grouping);
                    var result = select.executeQuery()) {
                while (result.next()) {
                    var values = new ArrayList<@Nullable Object>();
                    for (int i = 0; i < fields.size(); i++) {
                        values.add(
                                EntityTable.value(result, i + 1, fields.get(i).kind()));
                    }
                    groups.add(new Group(
                            Collections.unmodifiableList(values),
                            result.getLong(fields.size() + 1),
                            result.getBigDecimal(fields.size() + 2)));
                }
            }
            // Whoever looks at figures first waits for them like for rows.
            index.begin();
            return groups;
        });
    }

    /** By how much prices that begin after today, and up to each of the days, change the numbers' monthly cost, by currency. */
    public Map<LocalDate, Map<@Nullable String, BigDecimal>> changesOfCost(LocalDate today, List<LocalDate> days) {
        var coming = new Filter.Between("startsOn", today.plusDays(1), days.getLast());
        var keys = keys(Query.unordered(NumberPrice.TYPE).where(coming));
        return cache.read(connection -> CostChanges.on(connection, keys, today, days));
    }

    /** Rows from the first position to before the second, in order; ones deleted meanwhile are missing. */
    public List<GridRow> page(EntityType<?> type, long[] keys, int from, int to) {
        var wanted = Arrays.copyOfRange(keys, from, Math.min(to, keys.length));
        if (wanted.length == 0) {
            return List.of();
        }
        var byKey = cache.read(connection -> new GridReader(type).read(connection, wanted));
        var own = own(type, byKey.values());
        var states = states(byKey.values().stream().map(row -> row.row().id()).toList());
        var page = new ArrayList<GridRow>(wanted.length);
        for (long key : wanted) {
            var row = byKey.get(key);
            if (row != null) {
                var state = states.getOrDefault(row.row().id(), RowState.SETTLED);
                page.add(new GridRow(
                        key,
                        row.row(),
                        row.labels(),
                        state,
                        own.getOrDefault(row.row().id(), Map.of())));
            }
        }
        index.begin();
        return page;
    }

    /** All of a page at once: what each number has in own fields. */
    private Map<UUID, Map<UUID, Row>> own(EntityType<?> type, Collection<GridReader.Labelled> page) {
        var own = new HashMap<UUID, Map<UUID, Row>>();
        if (type == Did.TYPE) {
            var ids = page.stream().map(row -> row.row().id()).toList();
            for (var value : pointingTo(OwnValue.TYPE, OwnValue.TYPE.field("didId"), ids)) {
                own.computeIfAbsent(Objects.requireNonNull(value.reference("didId")), any -> new HashMap<>())
                        .put(Objects.requireNonNull(value.reference("fieldId")), value);
            }
        }
        return own;
    }

    /** For a table that is small by nature. */
    public List<GridRow> list(Query query) {
        var keys = keys(query);
        return page(query.type(), keys, 0, keys.length);
    }

    /** What a reference may be set to: what the typed text finds, by name; rows taken out of use are left out. */
    public List<Choice> choices(EntityType<?> type, String typed, int limit) {
        return choices(type, List.of(), typed, limit);
    }

    /** @param within what narrows the choice */
    public List<Choice> choices(EntityType<?> type, List<Filter> within, String typed, int limit) {
        var query = Query.of(type).where(within).matching(typed).first(limit);
        if (type.has("active")) {
            query = query.where(new Filter.Is("active", true));
        }
        return list(query).stream()
                .map(row -> new Choice(row.row().id(), row.row().label()))
                .toList();
    }

    /** What all rows are called. */
    public Map<UUID, String> labels(EntityType<?> type) {
        return cache.read(connection -> {
            var labels = new HashMap<UUID, String>();
            EntityTable.of(type).labels(connection, labels::put);
            return labels;
        });
    }

    public @Nullable String label(EntityType<?> type, UUID id) {
        var row = find(type, id);
        return row == null ? null : row.label();
    }

    /** How these rows stand with the server; settled ones are absent. */
    public Map<UUID, RowState> states(Collection<UUID> ids) {
        return outbox.answers().states(ids, cache.state().cursor());
    }

    /** What points to this row, type by type; empty when it may be deleted. */
    public List<Referrer> referrers(EntityType<?> type, UUID id) {
        return referrers(type, List.of(id), Set.of());
    }

    /** @param leaving rows that go in the same edit: what they point to does not matter */
    public List<Referrer> referrers(EntityType<?> type, Collection<UUID> ids, Set<UUID> leaving) {
        var referrers = new ArrayList<Referrer>();
        for (var referrer : Schema.referrersTo(type)) {
            long count = countReferring(referrer.type(), referrer.field(), ids, leaving);
            if (count > 0) {
                referrers.add(new Referrer(referrer.type(), referrer.field().name(), count));
            }
        }
        return referrers;
    }

    private long countReferring(EntityType<?> type, Field field, Collection<UUID> ids, Set<UUID> leaving) {
        String sql = "SELECT COUNT(*) FROM " + type.name() + " WHERE " + field.column() + " = ANY(?)"
                + (leaving.isEmpty() ? "" : " AND NOT (id = ANY(?))");
        return cache.read(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setObject(1, ids.toArray());
                if (!leaving.isEmpty()) {
                    select.setObject(2, leaving.toArray());
                }
                try (var result = select.executeQuery()) {
                    result.next();
                    return result.getLong(1);
                }
            }
        });
    }

    /** The rows whose field points to this one. */
    public List<Row> pointingTo(EntityType<?> type, Field reference, UUID id) {
        return pointingTo(type, reference, List.of(id));
    }

    /** The rows whose field points to one of these. */
    public List<Row> pointingTo(EntityType<?> type, Field reference, Collection<UUID> ids) {
        return holding(type, reference, ids);
    }

    /** The same, by what they point to. */
    public Map<UUID, List<Row>> pointers(EntityType<?> type, Field reference, Collection<UUID> ids) {
        return pointingTo(type, reference, ids).stream()
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.reference(reference.name()))));
    }

    /** Which of these ids are rows. */
    public Set<UUID> existing(EntityType<?> type, Collection<UUID> ids) {
        return cache.read(connection -> {
            var found = new HashSet<UUID>();
            try (var select = connection.prepareStatement("SELECT id FROM " + type.name() + " WHERE id = ANY(?)")) {
                for (var some : Chunks.of(ids)) {
                    select.setObject(1, some.toArray());
                    try (var result = select.executeQuery()) {
                        while (result.next()) {
                            found.add(result.getObject(1, UUID.class));
                        }
                    }
                }
            }
            return found;
        });
    }

    /** The rows whose field has one of these values. */
    public List<Row> holding(EntityType<?> type, Field field, Collection<?> values) {
        var table = EntityTable.of(type);
        return cache.read(connection -> {
            var found = new ArrayList<Row>();
            try (var select = connection.prepareStatement("SELECT " + table.columns("") + " FROM " + type.name()
                    + " WHERE " + field.column() + " = ANY(?)")) {
                for (var some : Chunks.of(values)) {
                    select.setObject(1, some.toArray());
                    try (var result = select.executeQuery()) {
                        found.addAll(table.readAll(result));
                    }
                }
            }
            return found;
        });
    }

    /** The other rows of which the stretch between two texts of one length meets this one's. */
    public List<Row> meeting(Row row, Field first, Field last) {
        var table = EntityTable.of(row.type());
        var sql = "SELECT %s FROM %s WHERE %s <= ? AND %s >= ? AND CHAR_LENGTH(%s) = ? AND id <> ? ORDER BY %s"
                .formatted(
                        table.columns(""),
                        row.type().name(),
                        first.column(),
                        last.column(),
                        first.column(),
                        first.column());
        var from = String.valueOf(row.text(first.name()));
        return cache.read(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setString(1, row.text(last.name()));
                select.setString(2, from);
                select.setInt(3, from.length());
                select.setObject(4, row.id());
                try (var result = select.executeQuery()) {
                    return table.readAll(result);
                }
            }
        });
    }

    /** The range that a number belongs to: there is one at most, but for what is still to be refused. */
    public Optional<Row> rangeOf(String e164) {
        var table = EntityTable.of(NumberRange.TYPE);
        return cache.read(connection -> {
            try (var select = connection.prepareStatement("SELECT " + table.columns("") + " FROM number_range"
                    + " WHERE first_number <= ? AND last_number >= ? AND CHAR_LENGTH(first_number) = ? LIMIT 1")) {
                select.setString(1, e164);
                select.setString(2, e164);
                select.setInt(3, e164.length());
                try (var result = select.executeQuery()) {
                    return table.readAll(result).stream().findFirst();
                }
            }
        });
    }

    /** The organisation's numbers of a range. */
    public NumbersOfRange numbersOf(NumberRange range) {
        return new NumbersOfRange(cache, range.firstNumber(), range.lastNumber());
    }

    /** Own edits of these rows that the server does not have, or whose effect has not come back yet, oldest first. */
    public List<QueuedOperation> pending(Collection<UUID> ids) {
        return outbox.live(ids, cache.state().cursor());
    }

    /** Rows of the type with such edits. */
    public Set<UUID> pendingRows(EntityType<?> type) {
        return outbox.liveRows(cache.state().cursor()).stream()
                .filter(row -> row.entity().equals(type.name()))
                .map(RowId::id)
                .collect(Collectors.toSet());
    }

    /** The server's rows under our own pending edits; rows without such edits are absent. */
    public Map<UUID, ServerCopy> serverCopies(EntityType<?> type, Collection<UUID> ids) {
        return cache.read(connection -> ServerCopies.read(connection, type, ids));
    }
}

package cadran.server.rest;

import cadran.model.Schema;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.NumberPrice;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import cadran.server.db.Tx;
import cadran.server.sync.Author;
import cadran.server.sync.EntityStore;
import cadran.server.sync.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The items of one bulk request in their transaction. They are collected and applied together; only one that builds on
 * a row which an earlier one changes makes those before it be applied first.
 */
final class BulkWrite {
    /** What writes to rows take. */
    record Tools(EntityStore rows, RowSteps steps, AssignmentSteps assignments, RowWriter writer) {}

    /** An item that waits to be applied, with the row that it is about. */
    private record Waiting(int place, BulkItem item, UUID row, RowWriter.Whole whole) {}

    private final Tools tools;
    private final Tx tx;
    private final Author author;
    private final EntityType<?> type;
    private final UUID group;
    private final Map<UUID, Row> rows = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Set<UUID> touched = new HashSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    BulkWrite(Tools tools, Tx tx, Author author, EntityType<?> type) {
        this.tools = tools;
        this.tx = tx;
        this.author = author;
        this.type = type;
        this.group = tools.writer().group();
    }

    /** Of all items that were applied, for those who wait for changes. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    /** @param results by their items' places; has one already for what can't be read */
    void run(List<@Nullable BulkItem> items, SortedMap<Integer, BulkResult> results) {
        hold(items.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item == null) continue;
            var about = about(item);
            if (about.stream().anyMatch(touched::contains)) apply(results);
            try {
                add(i, item);
                touched.addAll(about);
            } catch (ProblemException refused) {
                results.put(i, BulkResult.refused(item.ref(), item.id(), refused.problem()));
            }
        }
        apply(results);
    }

    private void add(int place, BulkItem item) {
        var row = item.verb() == BulkItem.Verb.CREATE ? null : seen(item);
        var id = row == null ? tools.steps().idOf(type, item.values()) : row.id();
        var steps = row == null ? creating(id, item.values()) : steps(item, row);
        waiting.add(new Waiting(place, item, id, new RowWriter.Whole(steps, item.reason())));
        steps.forEach(step -> touched.add(step.intent().rowId()));
    }

    private Row seen(BulkItem item) {
        var row = RowWriter.visible(rows.get(Objects.requireNonNull(item.id())), author);
        item.seen().require(row);
        return row;
    }

    private List<RowWriter.Step> creating(UUID id, JsonNode values) {
        return type == Assignment.TYPE
                ? tools.assignments().begin(tx, author, id, values)
                : tools.steps().create(tx, type, id, values);
    }

    private List<RowWriter.Step> steps(BulkItem item, Row row) {
        return switch (item.verb()) {
            case CREATE -> throw new IllegalStateException("there is no row yet");
            case CHANGE -> tools.steps().change(tx, row, item.values());
            case MOVE -> tools.steps().move(tx, row, item.values());
            case END -> tools.assignments().end(tx, tools.assignments().numberOf(tx, author, row), row, item.values());
            case DELETE -> tools.steps().delete(tx, row);
        };
    }

    private void apply(SortedMap<Integer, BulkResult> results) {
        if (waiting.isEmpty()) return;
        var wholes = waiting.stream().map(Waiting::whole).toList();
        var done = tools.writer().runWholes(tx, author, wholes, group);
        for (int i = 0; i < waiting.size(); i++) {
            var one = waiting.get(i);
            var result = result(one, done.get(i));
            results.put(one.place(), result);
            outcomes.addAll(done.get(i));
            done.get(i).stream().map(Outcome::row).filter(Objects::nonNull).forEach(this::remember);
            if (one.item().verb() == BulkItem.Verb.DELETE && result.isDone()) rows.remove(one.row());
        }
        waiting.clear();
        touched.clear();
    }

    private void remember(Row row) {
        if (row.type() == type) rows.put(row.id(), row);
    }

    private static BulkResult result(Waiting one, List<Outcome> outcomes) {
        var item = one.item();
        var steps = one.whole().steps();
        int at = RowWriter.indexOf(one.row(), steps);
        var outcome = outcomes.get(at);
        Problem problem = steps.get(at).refused(outcome);
        // One that was to be made has an id only if its author chose it.
        if (problem != null) return BulkResult.refused(item.ref(), item.id(), problem);
        boolean made = item.verb() == BulkItem.Verb.CREATE && outcome.result().verdict() == Verdict.APPLIED;
        var row = outcome.row();
        return row == null
                ? new BulkResult(204, item.ref(), one.row(), 0, null)
                : new BulkResult(made ? 201 : 200, item.ref(), one.row(), row.version(), null);
    }

    /** Everything in the order in which everybody holds rows: what the rows are a part of, and they themselves. */
    private void hold(List<BulkItem> items) {
        var ids = new TreeSet<UUID>();
        items.stream().map(BulkItem::id).filter(Objects::nonNull).forEach(ids::add);
        if (!type.owners().isEmpty()) {
            var owners = new LinkedHashMap<EntityType<?>, Set<UUID>>();
            var parts = tools.rows().find(tx, type, ids).values();
            for (var reference : type.owners()) {
                var owner =
                        Schema.type(Objects.requireNonNull(type.field(reference).references()));
                var known = owners.computeIfAbsent(owner, absent -> new HashSet<>());
                parts.forEach(part -> add(known, part.get(reference)));
                items.forEach(item -> named(item, reference).forEach(known::add));
            }
            Schema.TYPES.stream()
                    .filter(owners::containsKey)
                    .forEach(owner -> tools.rows().lock(tx, owner, Objects.requireNonNull(owners.get(owner))));
        }
        rows.putAll(tools.rows().lock(tx, type, ids));
    }

    /** What an item's steps follow from: its row, and of parts whose whole follows them, as a number does, that whole. */
    private Collection<UUID> about(BulkItem item) {
        var about = new ArrayList<UUID>();
        add(about, item.id());
        about.addAll(named(item, "id"));
        if (type != Assignment.TYPE && type != NumberPrice.TYPE) return about;
        var owner = type.owners().getFirst();
        about.addAll(named(item, owner));
        var row = item.id() == null ? null : rows.get(item.id());
        if (row != null) add(about, row.get(owner));
        return about;
    }

    /** An id among what a creation says; one that can't be read is refused later. */
    private static List<UUID> named(BulkItem item, String name) {
        var text = item.values().path(name).asString("");
        boolean isId = item.verb() == BulkItem.Verb.CREATE
                && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return isId ? List.of(UUID.fromString(text)) : List.of();
    }

    private static void add(Collection<UUID> ids, @Nullable Object id) {
        if (id instanceof UUID one) ids.add(one);
    }
}

package cadran.desktop.tables;

import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Group;
import cadran.desktop.query.Grouping;
import cadran.desktop.query.Query;
import cadran.desktop.store.Rows;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows of a query have in common in one field: how that is called, how many rows, and what they cost. */
final class GroupReader {
    private static final String COST = "monthlyCost";
    private static final String CURRENCY = "currency";
    private static final String EURO = "EUR";

    private final Texts texts;
    private final Rows rows;

    GroupReader(Texts texts, Rows rows) {
        this.texts = texts;
        this.rows = rows;
    }

    /**
     * @param value null for rows where the field is empty
     * @param told how many rows and at what cost
     */
    record Named(@Nullable Object value, String label, long count, String told) {}

    /** Rows that may be grouped by a field have few values in it. */
    static boolean canBeBy(Field field) {
        return field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.CODE;
    }

    /** Codes in the order of their life, all else by name; what is empty stands last. */
    List<Named> read(Query query, Field by) {
        var type = query.type();
        boolean hasCost = type.has(COST) && type.has(CURRENCY);
        var unordered = query.sortedBy();
        var groups = rows.groups(
                hasCost
                        ? new Grouping(unordered, List.of(by.name(), CURRENCY), COST)
                        : Grouping.of(unordered, by.name()));
        var byValue = new HashMap<@Nullable Object, List<Group>>();
        groups.forEach(group -> byValue.computeIfAbsent(group.values().getFirst(), any -> new ArrayList<>())
                .add(group));
        var labels = by.kind() == FieldKind.REFERENCE
                ? rows.labels(Schema.type(Objects.requireNonNull(by.references())))
                : Map.<UUID, String>of();
        var named = new ArrayList<Named>();
        byValue.forEach((value, some) -> {
            long count = some.stream().mapToLong(Group::count).sum();
            named.add(new Named(value, label(type, by, value, labels), count, told(type, count, some)));
        });
        named.sort(order(by));
        return named;
    }

    private String label(EntityType<?> type, Field by, @Nullable Object value, Map<UUID, String> labels) {
        if (value == null) {
            return texts.get("view.group.none", "what", texts.get(FieldText.nameKey(by)));
        }
        // What a reference points to may be still to come.
        var label = FieldText.shown(texts, type, by, value, labels);
        return label.isEmpty() ? texts.get("view.group.unknown") : FieldText.number(label);
    }

    private String told(EntityType<?> type, long count, List<Group> groups) {
        var costs = new TreeMap<String, BigDecimal>();
        for (var group : groups) {
            if (group.sum() != null && group.sum().signum() != 0) {
                var currency = group.values().getLast();
                costs.merge(currency == null ? EURO : currency.toString(), group.sum(), BigDecimal::add);
            }
        }
        var counted = texts.count("entity." + type.name() + ".count", count);
        return costs.isEmpty() ? counted : texts.get("view.group.cost", "count", counted, "amount", amounts(costs));
    }

    private String amounts(Map<String, BigDecimal> costs) {
        return costs.entrySet().stream()
                .map(cost -> texts.formats().money(cost.getValue(), cost.getKey()))
                .collect(Collectors.joining(" + "));
    }

    private Comparator<Named> order(Field by) {
        var empty = Comparator.<Named, Boolean>comparing(group -> group.value() == null);
        if (by.kind() == FieldKind.CODE) {
            return empty.thenComparingInt(group -> by.codes().indexOf(String.valueOf(group.value())));
        }
        var called = Collator.getInstance(texts.languageProperty().getValue().locale());
        return empty.thenComparing(Named::label, called::compare).thenComparing(group -> String.valueOf(group.value()));
    }
}

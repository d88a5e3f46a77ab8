package cadran.model.numbers;

import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A number's dated prices, and what changing them takes, as the intents of one step: the number itself says today's. */
public final class PriceList {
    private static final List<String> COPIED = List.of("monthlyCost", "currency");

    /** A price as somebody enters it. */
    public record Entry(
            LocalDate startsOn,
            @Nullable BigDecimal monthlyCost,
            @Nullable String currency,
            @Nullable String description) {}

    private final Row did;
    private final List<Row> prices;
    private final LocalDate today;
    private final Supplier<UUID> ids;

    /** @param prices of the number, in any order */
    public PriceList(Row did, List<Row> prices, LocalDate today, Supplier<UUID> ids) {
        this.did = did;
        this.prices = List.copyOf(prices);
        this.today = today;
        this.ids = ids;
    }

    /** Whether an edit of these fields of a number changes what it costs. */
    public static boolean isTouchedBy(Collection<String> fields) {
        return fields.stream().anyMatch(COPIED::contains);
    }

    /** The price of a day; empty before the first one begins. */
    public static Optional<Row> on(List<Row> prices, LocalDate day) {
        return prices.stream().filter(price -> !start(price).isAfter(day)).max(Comparator.comparing(PriceList::start));
    }

    public static LocalDate start(Row price) {
        return (LocalDate) Objects.requireNonNull(price.get("startsOn"));
    }

    /** From that day on it costs this. If that is what it costs today, the number says so at once. */
    public List<Intent> set(Entry entry) {
        var after = new ArrayList<>(prices);
        var intents = new ArrayList<>(listed(entry, after));
        copied(did, after, today).ifPresent(intents::add);
        return intents;
    }

    /** That price holds from another day on. */
    public List<Intent> move(Row price, Entry entry) {
        var intents = new ArrayList<Intent>();
        intents.add(deleting(price));
        intents.addAll(without(price).set(entry));
        return intents;
    }

    /** That price is no more; the one before it goes on. */
    public List<Intent> remove(Row price) {
        var intents = new ArrayList<Intent>();
        intents.add(deleting(price));
        copied(did, without(price).prices, today).ifPresent(intents::add);
        return intents;
    }

    private PriceList without(Row price) {
        var left =
                prices.stream().filter(other -> !other.id().equals(price.id())).toList();
        return new PriceList(did, left, today, ids);
    }

    private static Intent deleting(Row price) {
        return new Intent.Delete(price.type().name(), price.id());
    }

    /** What the list says of a price that was entered in the number itself: it counts from today. */
    public List<Intent> entered(Map<String, Change> changes) {
        var row = did;
        for (String field : COPIED) {
            var change = changes.get(field);
            if (change != null) {
                row = row.with(field, Did.TYPE.field(field).tidy(change.after()));
            }
        }
        if (saysTheSame(row, did)) {
            return List.of();
        }
        var there = at(today);
        var why = there == null ? null : there.text("description");
        var entry = new Entry(today, (BigDecimal) row.get("monthlyCost"), row.text("currency"), why);
        return listed(entry, new ArrayList<>(prices));
    }

    /** What takes the price that holds today into the number, where it says something else. */
    public static Optional<Intent> copied(Row did, List<Row> prices, LocalDate today) {
        return on(prices, today).filter(price -> !saysTheSame(price, did)).map(price -> patch(did, price, COPIED));
    }

    private List<Intent> listed(Entry entry, List<Row> after) {
        var intents = new ArrayList<Intent>();
        if (prices.isEmpty()) {
            priceSoFar(entry.startsOn()).ifPresent(first -> {
                intents.add(creating(first));
                after.add(first);
            });
        }
        var there = at(entry.startsOn());
        if (there == null) {
            var made = price(entry);
            after.add(made);
            intents.add(creating(made));
        } else {
            var changed = there.with("monthlyCost", entry.monthlyCost())
                    .with("currency", entry.currency())
                    .with("description", entry.description());
            after.set(after.indexOf(there), changed);
            intents.add(patch(there, changed, List.of("monthlyCost", "currency", "description")));
        }
        return intents;
    }

    private @Nullable Row at(LocalDate day) {
        return prices.stream()
                .filter(price -> start(price).equals(day))
                .findFirst()
                .orElse(null);
    }

    /** What it cost before anybody kept a list: known since it came, or at least until today. */
    private Optional<Row> priceSoFar(LocalDate until) {
        if (did.get("monthlyCost") == null) {
            return Optional.empty();
        }
        var since = did.get("acquiredOn") instanceof LocalDate day && !day.isAfter(today) ? day : today;
        return since.isBefore(until)
                ? Optional.of(price(new Entry(since, (BigDecimal) did.get("monthlyCost"), did.text("currency"), null)))
                : Optional.empty();
    }

    private Row price(Entry entry) {
        var made = new NumberPrice(
                ids.get(), did.id(), entry.startsOn(), entry.monthlyCost(), entry.currency(), entry.description());
        return NumberPrice.TYPE.row(made, did.audience());
    }

    private static boolean saysTheSame(Row one, Row other) {
        return COPIED.stream().allMatch(field -> Objects.equals(one.get(field), other.get(field)));
    }

    private static Intent patch(Row from, Row to, List<String> fields) {
        var changes = new LinkedHashMap<String, Change>();
        fields.stream()
                .filter(field -> !Objects.equals(from.get(field), to.get(field)))
                .forEach(field -> changes.put(field, new Change(from.get(field), to.get(field))));
        return new Intent.Patch(from.type().name(), from.id(), changes);
    }

    private static Intent creating(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        row.type().fields().forEach(field -> values.put(field.name(), row.get(field.name())));
        return new Intent.Create(row.type().name(), row.id(), values);
    }
}

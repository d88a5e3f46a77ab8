package cadran.desktop.numbers;

import cadran.desktop.store.GridRow;
import cadran.desktop.store.Rows;
import cadran.desktop.tables.FieldText;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Ending;
import cadran.model.numbers.NumberRange;
import cadran.model.numbers.StatusEffects;
import cadran.model.numbers.TerminationPlan;
import cadran.model.sync.Row;
import cadran.model.sync.RowLookup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What goes when numbers do.
 *
 * @param heads the ranges that one of them stands for at the carrier
 * @param monthly what they cost a month, by currency
 * @param recoverableDays for how many days the first of them can be had again; null where none can
 */
record Losses(
        List<Row> dids,
        Set<String> customers,
        List<Served> served,
        List<String> heads,
        Map<String, BigDecimal> monthly,
        @Nullable Long recoverableDays) {

    /** An assignment that ends with its number. */
    record Served(Row assignment, String campaign) {}

    static Losses of(List<GridRow> numbers, Rows rows, LocalDate today) {
        var effects = new StatusEffects(RowLookup.remembering(rows::find), today);
        var dids = numbers.stream().map(GridRow::row).toList();
        var pointers = rows.pointers(
                Assignment.TYPE,
                Assignment.TYPE.field("didId"),
                dids.stream().map(Row::id).toList());
        var assignments = dids.stream()
                .flatMap(did -> TerminationPlan.broken(pointers.getOrDefault(did.id(), List.of()), today).stream())
                .toList();
        var customers = new TreeSet<String>();
        var monthly = new TreeMap<String, BigDecimal>();
        Long least = null;
        for (var number : numbers) {
            var did = number.row();
            if (did.get("customerId") != null) {
                customers.add(number.labels().getOrDefault("customerId", ""));
            }
            if (did.get("monthlyCost") instanceof BigDecimal cost) {
                monthly.merge(Objects.requireNonNullElse(did.text("currency"), "EUR"), cost, BigDecimal::add);
            }
            var until = effects.recoverableUntil(did, Ending.GIVEN_BACK, today);
            if (until != null) {
                long days = ChronoUnit.DAYS.between(today, until);
                least = least == null ? days : Math.min(least, days);
            }
        }
        return new Losses(dids, customers, served(assignments, rows), heads(dids, rows), monthly, least);
    }

    private static List<String> heads(List<Row> dids, Rows rows) {
        var numbers = dids.stream().map(did -> String.valueOf(did.text("e164"))).collect(Collectors.toSet());
        return rows.holding(NumberRange.TYPE, NumberRange.TYPE.field("headNumber"), numbers).stream()
                .map(range -> FieldText.number(range.label()))
                .sorted()
                .toList();
    }

    private static List<Served> served(List<Row> assignments, Rows rows) {
        var ids = assignments.stream()
                .map(assignment -> Objects.requireNonNull(assignment.reference("campaignId")))
                .collect(Collectors.toSet());
        var campaigns = rows.findAll(Campaign.TYPE, ids);
        return assignments.stream()
                .map(assignment -> {
                    var campaign = campaigns.get(assignment.reference("campaignId"));
                    return new Served(assignment, campaign == null ? "" : campaign.label());
                })
                .toList();
    }

    /** The last day on which all that can be had again still can; null where nothing can. */
    @Nullable
    LocalDate recoverableUntil(Ending ending, LocalDate terminatedOn) {
        return ending == Ending.PORTED_OUT || recoverableDays == null ? null : terminatedOn.plusDays(recoverableDays);
    }

    /** What must be typed before they go: the end of the one number, or how many they are. */
    String confirmation() {
        var e164 = String.valueOf(dids.getFirst().text("e164"));
        return dids.size() == 1 ? e164.substring(Math.max(0, e164.length() - 4)) : String.valueOf(dids.size());
    }
}

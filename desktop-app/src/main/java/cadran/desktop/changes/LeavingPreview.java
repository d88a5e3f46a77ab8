package cadran.desktop.changes;

import cadran.desktop.store.Rows;
import cadran.model.catalog.Campaign;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeState;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.LeavingEffect;
import cadran.model.numbers.LeavingPlan;
import cadran.model.numbers.NumberPrice;
import cadran.model.numbers.PriceList;
import cadran.model.numbers.StatusEffects;
import cadran.model.sync.Row;
import cadran.model.sync.RowLookup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would be if a customer left: each of its numbers as it stands now, with what becomes of it on the day.
 *
 * @param day the first one without the customer
 * @param lines in the order of the numbers
 * @param campaigns that lose numbers, the one that loses most first
 * @param awaiting how many numbers are left out because they wait for their port-out already
 * @param clashes what others have in mind with them
 * @param prepared the days of departures of this customer that are prepared already
 */
record LeavingPreview(
        Row customer,
        LocalDate day,
        List<Line> lines,
        List<Served> campaigns,
        long awaiting,
        Clashes clashes,
        List<LocalDate> prepared) {

    /**
     * One number.
     *
     * @param campaigns that it works for then, or would later
     * @param restsUntil null where it does not rest
     * @param monthlyCost on that day; null where none is known
     */
    record Line(
            Row did,
            LeavingEffect effect,
            List<String> campaigns,
            @Nullable LocalDate restsUntil,
            @Nullable BigDecimal monthlyCost,
            String currency) {
        boolean is(DidStatus status) {
            return status.name().equals(did.text("status"));
        }

        /** Its holder allows to show it on that day or later. */
        boolean hasMandate(LocalDate day) {
            return did.get("mandateUntil") instanceof LocalDate last
                    ? !last.isBefore(day)
                    : did.get("mandateFrom") != null;
        }
    }

    /** A campaign and how many numbers it loses. */
    record Served(String campaign, long numbers) {}

    static LeavingPreview of(Row customer, LocalDate day, LocalDate today, Rows rows) {
        var plan = new LeavingPlan(new StatusEffects(RowLookup.remembering(rows::find), day), day);
        var all = rows.holding(Did.TYPE, Did.TYPE.field("customerId"), List.of(customer.id()));
        var dids = all.stream()
                .filter(did -> LeavingPlan.concerns(did, customer.id()))
                .sorted(Comparator.comparing(did -> String.valueOf(did.text("e164"))))
                .toList();
        var ids = dids.stream().map(Row::id).toList();
        var assignments = rows.pointers(Assignment.TYPE, Assignment.TYPE.field("didId"), ids);
        var prices = rows.pointers(NumberPrice.TYPE, NumberPrice.TYPE.field("didId"), ids);
        var campaigns = campaigns(rows, assignments);
        var clashes = new Clashes.Gathering(customer.id(), day, today, campaigns);
        var lost = new HashMap<UUID, Long>();
        var lines = new ArrayList<Line>();
        for (var did : dids) {
            var ended = plan.ending(assignments.getOrDefault(did.id(), List.of()));
            var ending = ended.stream().map(LeavingPreview::campaign).distinct().toList();
            ending.forEach(campaign -> lost.merge(campaign, 1L, Long::sum));
            var effect = LeavingPlan.effect(did, customer);
            clashes.add(did, effect, ended);
            var price =
                    PriceList.on(prices.getOrDefault(did.id(), List.of()), day).orElse(did);
            lines.add(new Line(
                    did,
                    effect,
                    ending.stream().map(id -> name(campaigns, id)).toList(),
                    effect == LeavingEffect.RESTS ? plan.restsUntil(did) : null,
                    (BigDecimal) price.get("monthlyCost"),
                    Objects.requireNonNullElse(price.text("currency"), "EUR")));
        }
        return new LeavingPreview(
                customer,
                day,
                List.copyOf(lines),
                lost.entrySet().stream()
                        .map(each -> new Served(name(campaigns, each.getKey()), each.getValue()))
                        .sorted(Comparator.comparingLong(Served::numbers)
                                .reversed()
                                .thenComparing(Served::campaign))
                        .toList(),
                all.stream().filter(LeavingPreview::isAwaiting).count(),
                clashes.named(rows),
                prepared(rows, customer));
    }

    private static boolean isAwaiting(Row did) {
        return did.get("awaitsPortOutSince") != null
                && !DidStatus.TERMINATED.name().equals(did.text("status"));
    }

    private static UUID campaign(Row assignment) {
        return Objects.requireNonNull(assignment.reference("campaignId"));
    }

    private static Map<UUID, Row> campaigns(Rows rows, Map<UUID, List<Row>> assignments) {
        var ids = assignments.values().stream()
                .flatMap(List::stream)
                .map(LeavingPreview::campaign)
                .collect(Collectors.toSet());
        return rows.findAll(Campaign.TYPE, ids);
    }

    private static String name(Map<UUID, Row> campaigns, UUID id) {
        var campaign = campaigns.get(id);
        return campaign == null ? "" : campaign.label();
    }

    private static List<LocalDate> prepared(Rows rows, Row customer) {
        return rows.pointingTo(ChangeSet.TYPE, ChangeSet.TYPE.field("customerId"), customer.id()).stream()
                .filter(set -> ChangeState.PREPARED.name().equals(set.text("state")))
                .map(set -> ChangeSet.TYPE.read(set).takesEffectOn())
                .sorted()
                .toList();
    }

    long count(LeavingEffect effect) {
        return count(line -> line.effect() == effect);
    }

    long count(Predicate<Line> which) {
        return lines.stream().filter(which).count();
    }

    /** What those numbers cost a month on that day, by currency. */
    SortedMap<String, BigDecimal> monthly(LeavingEffect effect) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var line : lines) {
            var cost = line.monthlyCost();
            if (line.effect() == effect && cost != null) {
                sums.merge(line.currency(), cost, BigDecimal::add);
            }
        }
        return sums;
    }

    /** As the numbers spell them, with how many each holds. */
    SortedMap<String, Long> holders(LeavingEffect effect) {
        var holders = new TreeMap<String, Long>();
        for (var line : lines) {
            var holder = line.did().text("contractHolder");
            if (line.effect() == effect && holder != null) {
                holders.merge(holder, 1L, Long::sum);
            }
        }
        return holders;
    }
}

package cadran.desktop.dashboard;

import cadran.desktop.dashboard.Overview.Cost;
import cadran.desktop.dashboard.Slice.Part;
import cadran.desktop.i18n.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of the charts that add up what numbers cost. Amounts of one currency only are ever added. */
final class CostSlices {
    private static final String PLAIN = "dash-plain";

    /** What makes a line long. */
    private enum By {
        SUM,
        COUNT;

        Comparator<Cost> biggestFirst() {
            var sum = Comparator.comparing(Cost::sum).reversed();
            var count = Comparator.comparingLong(Cost::count).reversed();
            return this == SUM ? sum.thenComparing(count) : count.thenComparing(sum);
        }
    }

    private final Texts texts;
    private final Overview overview;
    private final Slices slices;

    CostSlices(Texts texts, Overview overview) {
        this.texts = texts;
        this.overview = overview;
        slices = new Slices(texts, overview);
    }

    /** What all of them cost a month by currency, most numbers first. */
    static Map<String, BigDecimal> sums(List<Cost> costs) {
        var counts = costs.stream().collect(Collectors.groupingBy(Cost::currency, Collectors.summingLong(Cost::count)));
        var sums = new LinkedHashMap<String, BigDecimal>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sums.put(
                        entry.getKey(),
                        costs.stream()
                                .filter(cost -> cost.currency().equals(entry.getKey()))
                                .map(Cost::sum)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)));
        return sums;
    }

    String money(Map<String, BigDecimal> sums) {
        return sums.isEmpty()
                ? texts.formats().money(BigDecimal.ZERO, OverviewReader.EURO)
                : sums.entrySet().stream()
                        .map(sum -> texts.formats().money(sum.getValue(), sum.getKey()))
                        .collect(Collectors.joining(" · "));
    }

    /** The customers that cost most, each in its currency. */
    List<Slice> customers() {
        return slices(overview.costs(), By.SUM, Lines::live);
    }

    /** The customers with most of the numbers that nobody has used for long. */
    List<Slice> unused() {
        return slices(overview.unused(), By.COUNT, lines -> lines.unused(overview.unusedDays()));
    }

    /** @param all finds the numbers of all these costs */
    private List<Slice> slices(List<Cost> costs, By by, Function<Lines, String> all) {
        var sums = sums(costs);
        var slices = new ArrayList<Slice>();
        for (var currency : sums.keySet()) {
            var sorted = costs.stream()
                    .filter(cost -> cost.currency().equals(currency))
                    .filter(cost -> cost.customer().isPresent())
                    .sorted(by.biggestFirst())
                    .toList();
            var shown = Slices.shown(sorted);
            Function<Lines, String> within =
                    lines -> all.apply(lines) + (sums.size() > 1 ? " " + lines.currency(currency) : "");
            shown.forEach(cost -> slices.add(slice(cost, by, within)));
            var rest = sorted.subList(shown.size(), sorted.size());
            if (!rest.isEmpty()) {
                var ids =
                        shown.stream().flatMap(cost -> cost.customer().stream()).toList();
                slices.add(slice(
                        "others" + currency,
                        texts.count("home.others", rest.size()),
                        new Cost(
                                Optional.empty(),
                                currency,
                                rest.stream().mapToLong(Cost::count).sum(),
                                rest.stream().map(Cost::sum).reduce(BigDecimal.ZERO, BigDecimal::add)),
                        by,
                        lines -> within.apply(lines) + " " + lines.others("customerId", ids)));
            }
            costs.stream()
                    .filter(cost -> cost.currency().equals(currency))
                    .filter(cost -> cost.customer().isEmpty())
                    .forEach(cost -> slices.add(slice(cost, by, within)));
        }
        return slices;
    }

    private Slice slice(Cost cost, By by, Function<Lines, String> within) {
        return slice(
                cost.customer() + cost.currency(),
                slices.name(cost.customer(), "home.no-customer"),
                cost,
                by,
                lines -> within.apply(lines) + " " + lines.of("customerId", cost.customer()));
    }

    private Slice slice(String id, String name, Cost cost, By by, Function<Lines, String> line) {
        var money = texts.formats().money(cost.sum(), cost.currency());
        var told = texts.get(
                "detail.line",
                "name",
                name,
                "value",
                texts.get("home.cost.told", "money", money, "numbers", texts.count("entity.did.count", cost.count())));
        var shown = by == By.SUM ? money : texts.formats().number(cost.count()) + " · " + money;
        var part = new Part(PLAIN, by == By.SUM ? cost.sum().doubleValue() : cost.count());
        return new Slice(id, name, shown, told, List.of(part), cost.count(), Slices.numbers(line));
    }

    /** What the main currency's sum comes to in the months to come; empty where no price is known to change. */
    List<String> trend() {
        var sums = sums(overview.costs());
        var currency = sums.keySet().stream().findFirst().orElse(OverviewReader.EURO);
        var months = new ArrayList<String>();
        var before = sums.getOrDefault(currency, BigDecimal.ZERO);
        for (var planned : overview.planned()) {
            var sum = sums.getOrDefault(currency, BigDecimal.ZERO).add(planned.change());
            if (planned.currency().equals(currency) && sum.compareTo(before) != 0) {
                months.add(texts.get(
                        "home.cost.from",
                        "month",
                        month(planned.from()),
                        "money",
                        texts.formats().money(sum, currency)));
                before = sum;
            }
        }
        return months;
    }

    private String month(LocalDate first) {
        return first.getMonth().getDisplayName(TextStyle.FULL, texts.language().locale()) + " " + first.getYear();
    }

    /** What one customer's numbers cost. */
    Map<String, BigDecimal> of(Optional<UUID> customer) {
        return sums(overview.costs().stream()
                .filter(cost -> cost.customer().equals(customer))
                .toList());
    }
}

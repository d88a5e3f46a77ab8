package cadran.desktop.dashboard;

import cadran.desktop.dashboard.Overview.Cost;
import cadran.desktop.dashboard.Overview.Level;
import cadran.desktop.dashboard.Overview.Planned;
import cadran.desktop.dashboard.Overview.Tally;
import cadran.desktop.edit.Workspace;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Group;
import cadran.desktop.query.Grouping;
import cadran.desktop.query.Numbers;
import cadran.desktop.query.Query;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.Region;
import cadran.model.catalog.StockLevel;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.DidStatus;
import cadran.model.sync.EntityType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts everything for the home screen. Not on the UI thread. */
final class OverviewReader {
    /** As everywhere: what says no currency is in the organisation's. */
    static final String EURO = "EUR";

    private static final int MONTHS = 6;

    private final Workspace workspace;
    private final LocalDate today;

    OverviewReader(Workspace workspace) {
        this.workspace = workspace;
        today = workspace.today();
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    Overview read(int unusedDays) {
        // Questions about the same rows one after another: who answers remembers the last ones.
        var live = Numbers.all(Numbers.notTerminated());
        var regions = groups(live, "regionId", "status");
        var carriers = groups(live, "carrierId", "status");
        var customers = groups(live, "customerId", "status");
        var costs = costs(live);
        var resting = Numbers.all(Numbers.in(DidStatus.AVAILABLE), Numbers.resting(today));
        var byRegion = tallies(regions, groups(resting, "regionId"));
        var byCarrier = tallies(carriers, groups(resting, "carrierId"));
        var byCustomer = tallies(customers, groups(resting, "customerId"));
        var unused = costs(Numbers.all(Numbers.unused(today, unusedDays)));
        var levels = levels();
        var running = running();
        var names = new HashMap<UUID, String>();
        names.putAll(names(
                Region.TYPE, Stream.concat(ids(byRegion), levels.stream().flatMap(level -> level.region().stream()))));
        names.putAll(names(Carrier.TYPE, ids(byCarrier)));
        names.putAll(names(Customer.TYPE, ids(byCustomer)));
        names.putAll(names(NumberType.TYPE, levels.stream().map(Level::type)));
        names.putAll(names(Campaign.TYPE, running.keySet().stream()));
        return new Overview(
                today,
                stands(byCarrier),
                byRegion,
                byCarrier,
                byCustomer,
                costs,
                restsEnding(),
                unusedDays,
                unused,
                levels,
                running,
                planned(),
                names);
    }

    private List<Group> groups(Query query, String... fields) {
        return workspace.rows().groups(Grouping.of(query, fields));
    }

    /** Every number has a carrier, so those are all that are not terminated. */
    private Map<Stand, Long> stands(List<Tally> carriers) {
        var stands = new EnumMap<Stand, Long>(Stand.class);
        carriers.forEach(carrier -> carrier.stands().forEach((stand, count) -> stands.merge(stand, count, Long::sum)));
        long terminated = workspace.rows().count(Numbers.all(Numbers.in(DidStatus.TERMINATED)));
        if (terminated > 0) {
            stands.put(Stand.TERMINATED, terminated);
        }
        return stands;
    }

    /** @param resting are among the available ones */
    private static List<Tally> tallies(List<Group> all, List<Group> resting) {
        var found = new LinkedHashMap<Optional<UUID>, Map<Stand, Long>>();
        for (var group : all) {
            var stand = Stand.of(DidStatus.valueOf(String.valueOf(group.values().get(1))));
            found.computeIfAbsent(id(group), absent -> new EnumMap<>(Stand.class))
                    .merge(stand, group.count(), Long::sum);
        }
        for (var group : resting) {
            var stands = found.get(id(group));
            // What changed between two questions is put right by the next time they are asked.
            if (stands != null) {
                long most = Math.min(group.count(), stands.getOrDefault(Stand.FREE, 0L));
                stands.merge(Stand.FREE, -most, Long::sum);
                stands.put(Stand.RESTING, most);
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Tally(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Optional<UUID> id(Group group) {
        return Optional.ofNullable((UUID) group.values().getFirst());
    }

    private List<Cost> costs(Query query) {
        var sums = new LinkedHashMap<String, Cost>();
        var grouping = Grouping.of(query, "customerId", "currency").summing("monthlyCost");
        for (var group : workspace.rows().groups(grouping)) {
            var currency = Objects.requireNonNullElse((String) group.values().get(1), EURO);
            var cost = new Cost(id(group), currency, group.count(), orNothing(group.sum()));
            sums.merge(
                    id(group) + currency,
                    cost,
                    (one, other) -> new Cost(
                            one.customer(),
                            currency,
                            one.count() + other.count(),
                            one.sum().add(other.sum())));
        }
        return List.copyOf(sums.values());
    }

    private static BigDecimal orNothing(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }

    private Map<LocalDate, Long> restsEnding() {
        var monday = monday(today);
        var ending = Numbers.all(
                Numbers.in(DidStatus.AVAILABLE), new Filter.Between("restsUntil", monday, monday.plusDays(6)));
        var days = new TreeMap<LocalDate, Long>();
        groups(ending, "restsUntil")
                .forEach(group -> days.put(
                        (LocalDate) Objects.requireNonNull(group.values().getFirst()), group.count()));
        return days;
    }

    private List<Level> levels() {
        var levels = workspace.rows().list(Query.of(StockLevel.TYPE));
        if (levels.isEmpty()) {
            return List.of();
        }
        var free = groups(Numbers.all(Numbers.free(today)), "typeId", "regionId");
        var found = new ArrayList<Level>();
        for (var row : levels) {
            var level = StockLevel.TYPE.read(row.row());
            long count = free.stream()
                    .filter(group -> level.typeId().equals(group.values().getFirst())
                            && (level.regionId() == null
                                    || level.regionId().equals(group.values().get(1))))
                    .mapToLong(Group::count)
                    .sum();
            found.add(new Level(
                    level.id(),
                    level.typeId(),
                    Optional.ofNullable(level.regionId()),
                    level.minimum().longValue(),
                    count));
        }
        return found;
    }

    private Map<UUID, Long> running() {
        var campaigns = new HashMap<UUID, Long>();
        groups(Query.unordered(Assignment.TYPE).where(Numbers.running(today)), "campaignId")
                .forEach(group -> id(group).ifPresent(campaign -> campaigns.put(campaign, group.count())));
        return campaigns;
    }

    /** What the prices that begin later change, at the beginning of each month. */
    private List<Planned> planned() {
        var planned = new ArrayList<Planned>();
        var months = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(i -> today.withDayOfMonth(1).plusMonths(i))
                .toList();
        var changes = workspace.rows().changesOfCost(today, months);
        for (var first : months) {
            Objects.requireNonNull(changes.get(first)).forEach((currency, change) -> {
                planned.add(new Planned(first, Objects.requireNonNullElse(currency, EURO), change));
            });
        }
        return planned;
    }

    private static Stream<UUID> ids(Collection<Tally> tallies) {
        return tallies.stream().flatMap(tally -> tally.id().stream());
    }

    private Map<UUID, String> names(EntityType<?> type, Stream<UUID> ids) {
        var names = new HashMap<UUID, String>();
        workspace.rows().findAll(type, ids.distinct().toList()).forEach((id, row) -> names.put(id, row.label()));
        return names;
    }
}

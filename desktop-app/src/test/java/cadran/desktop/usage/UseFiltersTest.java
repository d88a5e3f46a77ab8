package cadran.desktop.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.Indexed;
import cadran.desktop.tables.OpenProfile;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberKind;
import cadran.model.organisations.Role;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.Trust;
import cadran.model.usage.UseRule;
import cadran.model.usage.UseVerdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list is narrowed by must be what the gate says of each of its rows, in SQL and in memory. */
class UseFiltersTest {
    /** As many as are read into memory. */
    private static final int NUMBERS = 2_200;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void numbersAreFoundByWhatTheGateSaysOfThem(long seed) throws Exception {
        try (var profile = OpenProfile.withNumbers(folder, Role.ADMIN, NUMBERS)) {
            var random = new Random(seed);
            scatter(profile, random);
            profile.open.run(rules(random));
            var workspace = profile.workspace;
            var filters = new UseFilters(workspace.useGate(), workspace.today());
            var expected = expected(profile);
            expected.values().forEach(found -> assertFalse(found.isEmpty(), "one of the verdicts never came"));
            // Before the table is in memory SQL answers, and then it is not asked any more.
            assertEquals(expected, found(profile, filters));
            Indexed.await(profile.open.store);
            assertEquals(expected, found(profile, filters));
            var judged = workspace.rows().count(Query.of(Did.TYPE).where(filters.judged()));
            assertEquals(expected.values().stream().mapToInt(Set::size).sum(), judged);
        }
    }

    private static Map<UseVerdict, Set<UUID>> found(OpenProfile profile, UseFilters filters) {
        var found = new HashMap<UseVerdict, Set<UUID>>();
        for (var verdict : UseVerdict.values()) {
            found.put(verdict, ids(profile, filters.of(verdict)));
        }
        return found;
    }

    private static Set<UUID> ids(OpenProfile profile, Filter filter) {
        return profile.workspace.rows().list(Query.of(Did.TYPE).where(filter)).stream()
                .map(row -> row.row().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<UseVerdict, Set<UUID>> expected(OpenProfile profile) {
        var gate = profile.workspace.useGate();
        var today = profile.workspace.today();
        var dids = new HashMap<UUID, Did>();
        rows(profile, Did.TYPE).forEach(row -> dids.put(row.id(), Did.TYPE.read(row)));
        var campaigns = new HashMap<UUID, Campaign>();
        rows(profile, Campaign.TYPE).forEach(row -> campaigns.put(row.id(), Campaign.TYPE.read(row)));
        var strictest = new HashMap<UUID, UseVerdict>();
        rows(profile, Assignment.TYPE).stream()
                .map(Assignment.TYPE::read)
                .filter(each -> each.outbound() && !each.isOverBy(today))
                .forEach(each -> gate.judge(
                                Objects.requireNonNull(dids.get(each.didId())),
                                Objects.requireNonNull(campaigns.get(each.campaignId())),
                                today,
                                today)
                        .forEach(turn ->
                                strictest.merge(each.didId(), turn.judgement().verdict(), UseVerdict::stricter)));
        var expected = new HashMap<UseVerdict, Set<UUID>>();
        for (var verdict : UseVerdict.values()) {
            expected.put(
                    verdict,
                    strictest.keySet().stream()
                            .filter(id -> strictest.get(id) == verdict)
                            .collect(Collectors.toCollection(HashSet::new)));
        }
        return expected;
    }

    private static List<Row> rows(OpenProfile profile, EntityType<?> type) {
        return profile.workspace.rows().list(Query.of(type)).stream()
                .map(row -> row.row())
                .toList();
    }

    /** Campaigns of all kinds, numbers of others with and without a mandate, and assignments of all times and directions. */
    private static void scatter(OpenProfile profile, Random random) {
        var today = profile.workspace.today();
        var intents = new ArrayList<Intent>();
        var campaigns = rows(profile, Campaign.TYPE);
        for (var row : campaigns) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            values.put("dialingMode", random.nextInt(8) == 0 ? null : one(random, DialingMode.values()));
            values.put("channel", random.nextInt(8) == 0 ? null : one(random, Channel.values()));
            intents.add(patch(row, values));
        }
        var dids = rows(profile, Did.TYPE);
        for (var row : dids) {
            if (random.nextInt(3) == 0) {
                var values = new LinkedHashMap<String, @Nullable Object>();
                var from = random.nextInt(3) == 0 ? null : today.plusDays(random.nextInt(5) - 3L);
                values.put("contractHolder", random.nextInt(6) == 0 ? null : "ACME");
                values.put("mandateFrom", from);
                values.put(
                        "mandateUntil",
                        random.nextInt(3) == 0 ? null : (from == null ? today : from).plusDays(random.nextInt(3)));
                intents.add(patch(row, values));
            }
        }
        var byCustomer = campaigns.stream()
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.reference("customerId"))));
        for (var row : dids) {
            var customer = row.reference("customerId");
            List<Row> possible = customer == null ? List.of() : byCustomer.getOrDefault(customer, List.of());
            boolean isUsable = Set.of("ASSIGNED", "IN_USE", "AVAILABLE").contains(row.text("status"));
            for (int i = random.nextInt(3); i > 0 && isUsable && !possible.isEmpty(); i--) {
                intents.add(assignment(row, possible.get(random.nextInt(possible.size())), today, random));
            }
        }
        profile.open.run(intents.toArray(Intent[]::new));
    }

    private static Intent assignment(Row did, Row campaign, LocalDate today, Random random) {
        boolean outbound = random.nextInt(4) != 0;
        var start = today.plusDays(random.nextInt(9) - 6L);
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("didId", did.id());
        values.put("campaignId", campaign.id());
        values.put("startsOn", start);
        values.put("endsOn", random.nextBoolean() ? null : start.plusDays(random.nextInt(6)));
        values.put("inbound", !outbound || random.nextBoolean());
        values.put("outbound", outbound);
        return new Intent.Create(Assignment.TYPE.name(), OpenStore.id(), values);
    }

    private static Intent patch(Row row, Map<String, @Nullable Object> values) {
        var changes = new LinkedHashMap<String, Change>();
        values.forEach((field, value) -> changes.put(field, new Change(row.get(field), value)));
        return new Intent.Patch(row.type().name(), row.id(), changes);
    }

    private static Intent[] rules(Random random) {
        var shipped = new ArrayList<>(UseRule.shipped());
        var rules = new ArrayList<Intent>();
        for (int i = 0; i < 14; i++) {
            var copied = OrganisationRule.copyOf(shipped.remove(random.nextInt(shipped.size())), OpenStore.id());
            var row = OrganisationRule.TYPE
                    .row(copied, OpenStore.ORGANISATION)
                    .with("verdict", one(random, UseVerdict.values()))
                    .with("trust", one(random, Trust.values()))
                    .with("needsMandate", random.nextBoolean())
                    .with("active", random.nextInt(4) != 0);
            if (i % 2 == 0) {
                row = row.with("replaces", null)
                        .with("basis", null)
                        .with("numberKind", random.nextBoolean() ? null : one(random, NumberKind.values()))
                        .with(
                                "dialledPrefix",
                                random.nextBoolean() ? null : "0" + (1 + random.nextInt(9)) + random.nextInt(10));
            }
            rules.add(create(row));
        }
        return rules.toArray(Intent[]::new);
    }

    private static Intent create(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        row.type().fields().forEach(field -> values.put(field.name(), row.get(field.name())));
        return new Intent.Create(row.type().name(), row.id(), values);
    }

    private static String one(Random random, Enum<?>[] values) {
        return values[random.nextInt(values.length)].name();
    }
}

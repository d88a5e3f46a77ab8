package cadran.model.demo;

import static org.junit.jupiter.api.Assertions.*;

import cadran.model.catalog.ReferenceValues;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Country;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberingPlan;
import cadran.model.organisations.Siret;
import cadran.model.problem.Checked;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Row;
import cadran.model.sync.UniqueKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoRowsTest {
    private static final UUID AUDIENCE = new UUID(7, 7);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    private final ReferenceValues reference = reference();

    @ParameterizedTest
    @CsvSource({"200, 244701c5dd45a776", "40000, 67ed244d96ce511e"})
    void theSameSeedGivesTheSameRowsBitForBit(int count, String expected) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        demo(42, count).stream()
                .map(row -> row.type() + " " + row.id() + " " + row.audience() + " " + row.values() + "\n")
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        assertEquals(expected, HexFormat.of().formatHex(digest.digest(), 0, 8));
    }

    @Test
    void anotherSeedGivesOtherRows() {
        assertNotEquals(demo(42, 200).stream().toList(), demo(43, 200).stream().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200, 40_000})
    void everyRowKeepsEveryRule(int count) {
        var known = new HashSet<UUID>();
        reference.rows(AUDIENCE).forEach(row -> known.add(row.id()));
        var keys = new HashMap<UniqueKey, Set<List<Object>>>();
        var demo = demo(42, count);
        demo.stream().forEach(row -> {
            for (var field : row.type().fields()) {
                var value = row.get(field.name());
                assertNull(field.check(value), () -> row + " " + field.name());
                assertTrue(field.references() == null || value == null || known.contains(value), row::toString);
            }
            assertNull(row.type().rules().check(row), row::toString);
            for (var key : row.type().uniqueKeys()) {
                var values = key.fields().stream()
                        .map(field -> Objects.requireNonNull(row.get(field)))
                        .toList();
                assertTrue(keys.computeIfAbsent(key, k -> new HashSet<>()).add(values), row::toString);
            }
            assertTrue(known.add(row.id()), row::toString);
        });
        assertEquals(demo.size() + reference.rows(AUDIENCE).size(), known.size());
    }

    @Test
    void numbersAreTheirCustomersAndTheirCountrys() {
        var rows = new HashMap<UUID, Row>();
        reference.rows(AUDIENCE).forEach(row -> rows.put(row.id(), row));
        var parser = new NumberParser(NumberingPlan.shipped());
        demo(42, 5_000).stream().forEach(row -> {
            rows.put(row.id(), row);
            if (row.type() != Did.TYPE) {
                return;
            }
            var did = Did.TYPE.read(row);
            var code = rowOf(rows, did.dialingCodeId());
            var country =
                    new Country(Objects.requireNonNull(code.text("code")), Objects.requireNonNull(code.text("prefix")));
            var read = assertInstanceOf(Checked.Valid.class, parser.parse(did.e164(), country));
            assertEquals(List.of(), ((Checked.Valid<?>) read).warnings(), did.e164());
            if (did.groupId() != null) {
                assertEquals(did.customerId(), rowOf(rows, did.groupId()).get("customerId"));
            }
            if (did.regionId() != null) {
                assertEquals(did.dialingCodeId(), rowOf(rows, did.regionId()).get("dialingCodeId"));
            }
        });
    }

    @Test
    void whatIsInUseWorksForACampaignOfItsCustomersAndNothingElseDoes() {
        var rows = new HashMap<UUID, Row>();
        var demo = demo(42, 5_000);
        demo.stream().forEach(row -> rows.put(row.id(), row));
        var worked = new HashSet<UUID>();
        demo.work().forEach(row -> {
            var work = Assignment.TYPE.read(row);
            assertNull(row.type().rules().check(row), row::toString);
            assertTrue(work.runsOn(LocalDate.parse("2026-11-20")), row::toString);
            assertEquals(
                    rowOf(rows, work.campaignId()).get("customerId"),
                    rowOf(rows, work.didId()).get("customerId"));
            assertTrue(worked.add(work.didId()), row::toString);
        });
        assertEquals(
                rows.values().stream()
                        .filter(row -> row.type() == Did.TYPE
                                && DidStatus.IN_USE.name().equals(row.text("status")))
                        .map(Row::id)
                        .collect(Collectors.toSet()),
                worked);
    }

    @Test
    void everySiretIsValidAndBelongsToNobody() {
        demo(42, 200).stream().filter(row -> row.type().has("siret")).forEach(row -> {
            var siret = Siret.parse(Objects.requireNonNull(row.text("siret"))).orThrow();
            assertTrue(siret.siren().startsWith("0"), siret.value());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 40_000})
    void everyStatusIsThereInABelievableShare(int count) {
        var counts = new EnumMap<DidStatus, Integer>(DidStatus.class);
        demo(42, count).stream()
                .filter(row -> row.type() == Did.TYPE)
                .forEach(row -> counts.merge(Did.TYPE.read(row).status(), 1, Integer::sum));
        assertEquals(DidStatus.values().length, counts.size());
        assertTrue(counts.getOrDefault(DidStatus.IN_USE, 0) > count * 2 / 5, counts::toString);
        assertTrue(counts.getOrDefault(DidStatus.ORDERED, 0) < count / 10, counts::toString);
    }

    /** Together with the share of a hundred that each range has, this makes numbers unique up to the million. */
    @Test
    void theRangesHoldAMillionNumbersAndNeverMeet() {
        assertEquals(100, DemoRange.ALL.stream().mapToInt(DemoRange::share).sum());
        var prefixes = DemoRange.ALL.stream()
                .flatMap(range -> range.prefixes().stream())
                .toList();
        for (var prefix : prefixes) {
            assertEquals(1, prefixes.stream().filter(prefix::startsWith).count(), prefix);
        }
        for (var range : DemoRange.ALL) {
            int last = range.share() * (DemoRows.MOST_NUMBERS / 100) - 1;
            assertEquals(range.digits() + 1, range.number(last).length());
        }
    }

    @Test
    void smallSetsUseNumbersKeptForFiction() {
        assertTrue(demo(42, 200).stream()
                .filter(row -> "01".equals(nationalStart(row)))
                .allMatch(row -> String.valueOf(row.text("e164")).startsWith("+3319900")));
    }

    @Test
    void anyRowOfAMillionIsThereAtOnce() {
        var million = demo(42, DemoRows.MOST_NUMBERS);
        assertEquals(Did.TYPE, million.row(million.size() - 1).type());
        assertThrows(IllegalArgumentException.class, () -> demo(42, DemoRows.MOST_NUMBERS + 1));
    }

    @Test
    void whatTheOrganisationTookAwayIsNamed() {
        var without = new ReferenceValues(
                reference.dialingCodes(),
                reference.regions(),
                List.of(),
                reference.numberTypes(),
                reference.equipment());
        var refused = assertThrows(ProblemException.class, () -> new DemoRows(1, CLOCK, without, AUDIENCE, 200));
        assertEquals("demo.reference_missing", refused.problem().code());
    }

    private DemoRows demo(long seed, int count) {
        return new DemoRows(seed, CLOCK, reference, AUDIENCE, count);
    }

    private static Row rowOf(Map<UUID, Row> rows, UUID id) {
        return Objects.requireNonNull(rows.get(id));
    }

    private static String nationalStart(Row row) {
        return row.type() == Did.TYPE && String.valueOf(row.text("e164")).startsWith("+331") ? "01" : "";
    }

    private static ReferenceValues reference() {
        var next = new AtomicLong();
        return ReferenceValues.fresh(() -> new UUID(1, next.incrementAndGet()));
    }
}

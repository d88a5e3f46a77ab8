package cadran.desktop.store;

import static cadran.desktop.edit.OpenStore.carrier;
import static cadran.desktop.edit.OpenStore.did;
import static cadran.desktop.edit.TestOp.adding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.query.Sort;
import cadran.model.Schema;
import cadran.model.catalog.Carrier;
import cadran.model.numbers.Did;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowsTest {
    @TempDir
    Path folder;

    private OpenStore open;
    private final Row orange = carrier("OR", "Orange");
    private final Row zebra = carrier("ZB", "Zébra Télécom");
    private final Row france = OpenStore.dialingCode();
    private final Row sda = OpenStore.numberType();

    @BeforeEach
    void open() {
        open = OpenStore.in(folder);
        open.run(adding(orange), adding(zebra), adding(france), adding(sda));
        open.run(
                adding(number("+33123456701", zebra, "IN_USE", "standard")),
                adding(number("+33123456702", orange, "ORDERED", "fax")),
                adding(number("+33987654303", zebra, "AVAILABLE", "Étage 100%")));
    }

    private Row number(String e164, Row at, String status, String description) {
        var more = new java.util.HashMap<String, Object>(Map.of("status", status, "description", description));
        if (status.equals("IN_USE")) {
            var owner = OpenStore.customer("C" + e164, "Client");
            open.run(adding(owner));
            more.put("customerId", owner.id());
        }
        return did(e164, france, at, sda, more);
    }

    /** As H2 may after a power cut; the copy is then taken anew. */
    @Test
    void keysThatAreGivenAgainAreDamage() {
        open.store.cache().read(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("ALTER TABLE carrier ALTER COLUMN row_key RESTART WITH 1");
            }
        });
        assertFalse(open.store.cache().isDamaged());
        // It is saved, and shown by the copy that takes the damaged one's place.
        open.run(adding(carrier("NEW", "New")));
        assertTrue(open.store.cache().isDamaged());
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** What is still being read as a profile is left is nobody's error. */
    @Test
    void whoReadsFromAClosedProfileIsAskedToStop() {
        open.close();
        assertThrows(CancellationException.class, () -> open.store.rows().count(Query.of(Carrier.TYPE)));
    }

    @Test
    void everyTypeHasItsTableWithItsColumns() {
        for (var type : Schema.TYPES) {
            open.store.cache().read(connection -> {
                var columns = new HashSet<String>();
                try (var result = connection
                        .getMetaData()
                        .getColumns(null, null, type.name().toUpperCase(java.util.Locale.ROOT), null)) {
                    while (result.next()) {
                        columns.add(result.getString("COLUMN_NAME").toLowerCase(java.util.Locale.ROOT));
                    }
                }
                var expected = new HashSet<>(Set.of("row_key", "id", "version", "audience", "search"));
                type.fields().forEach(field -> expected.add(field.column()));
                assertEquals(expected, columns, type.name());
                return true;
            });
        }
    }

    @Test
    void aRowComesBackAsItWasWritten() {
        var row = open.store.rows().list(Query.of(Did.TYPE)).getFirst().row();
        var number = open.store.rows().read(Did.TYPE, row.id());
        assertEquals(row, Did.TYPE.row(java.util.Objects.requireNonNull(number), OpenStore.ORGANISATION));
    }

    @Test
    void numbersAreFoundHoweverTheyAreSpelt() {
        for (String typed : List.of("+33 1 23 45 67 01", "01 23 45 67 01", "0033123456701", "0123456701", "3456701")) {
            assertEquals(List.of("+33123456701"), found(typed), typed);
        }
        assertEquals(List.of("+33987654303"), found("etage"));
        assertEquals(List.of("+33987654303"), found("100%"));
        assertEquals(List.of(), found("_tage"));
        assertEquals(3, found("").size());
    }

    private List<String> found(String typed) {
        return open.store.rows().list(Query.of(Did.TYPE).matching(typed)).stream()
                .map(row -> row.row().label())
                .toList();
    }

    @Test
    void referencesSortAndShowByNameAndCodesInTheirNaturalOrder() {
        var byCarrier = open.store.rows().list(Query.of(Did.TYPE).sortedBy(Sort.up("carrierId"), Sort.down("e164")));
        assertEquals(
                List.of("Orange", "Zébra Télécom", "Zébra Télécom"),
                byCarrier.stream().map(row -> row.labels().get("carrierId")).toList());
        var byStatus = open.store.rows().list(Query.of(Did.TYPE).sortedBy(Sort.up("status")));
        assertEquals(
                List.of("ORDERED", "AVAILABLE", "IN_USE"),
                byStatus.stream().map(row -> row.row().text("status")).toList());
    }

    @Test
    void filtersNarrow() {
        var rows = open.store.rows();
        assertEquals(2, rows.count(Query.of(Did.TYPE).where(new Filter.Is("carrierId", zebra.id()))));
        assertEquals(2, rows.count(Query.of(Did.TYPE).where(new Filter.Is("customerId", null))));
        assertEquals(2, rows.count(Query.of(Did.TYPE).where(new Filter.In("status", List.of("ORDERED", "IN_USE")))));
        assertEquals(
                3, rows.count(Query.of(Did.TYPE).where(new Filter.In("carrierId", List.of(zebra.id(), orange.id())))));
    }

    /** Each with how many of the three numbers it holds for; what does not hold for a row holds when it is negated. */
    private static Stream<Arguments> filters() {
        var cheap = new Filter.Between("monthlyCost", null, new BigDecimal("10"));
        var zebra = new Filter.Whose(Carrier.TYPE, "carrierId", new Filter.Text("zebra"));
        return Stream.of(
                Arguments.of(3, cheap),
                Arguments.of(3, new Filter.Between("monthlyCost", null, null)),
                Arguments.of(0, new Filter.Between("restsUntil", null, null)),
                Arguments.of(0, new Filter.Between("monthlyCost", new BigDecimal("10"), null)),
                Arguments.of(2, zebra),
                Arguments.of(2, new Filter.Is("customerId", null)),
                Arguments.of(1, new Filter.All(List.of(zebra, new Filter.Is("customerId", null)))),
                Arguments.of(3, new Filter.Any(List.of(zebra, new Filter.Is("customerId", null)))),
                Arguments.of(1, new Filter.Contains("description", "ETAGE")),
                Arguments.of(0, new Filter.Contains("description", "_tage")),
                Arguments.of(0, new Filter.Has("tags", "vip")),
                Arguments.of(1, new Filter.Spans("e164", 12, "+33123456700+33123456701")),
                Arguments.of(2, new Filter.Spans("e164", 12, "+33123456702+33123456702+33987654300+33987654399")),
                Arguments.of(0, new Filter.Spans("e164", 13, "+331234567000+331234567999")),
                Arguments.of(0, new Filter.Spans("e164", 12, "")),
                Arguments.of(0, new Filter.Spans("contractHolder", 1, "AZ")),
                Arguments.of(3, new Filter.All(List.of())),
                Arguments.of(0, new Filter.Any(List.of())));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aFilterHoldsForARowOrDoesNot(int expected, Filter filter) {
        var rows = open.store.rows();
        assertEquals(expected, rows.count(Query.of(Did.TYPE).where(filter)));
        assertEquals(3 - expected, rows.count(Query.of(Did.TYPE).where(new Filter.Not(filter))));
    }

    @Test
    void rowsAreFoundByWhatPointsToThem() {
        var rows = open.store.rows();
        var carriers = Query.of(Carrier.TYPE).where(new Filter.Having(Did.TYPE, "carrierId", new Filter.Text("etage")));
        assertEquals(1, rows.count(carriers));
    }

    @Test
    void aListCanBeSortedTwiceByOneReference() {
        var twice = Query.of(Did.TYPE).sortedBy(Sort.up("carrierId"), Sort.down("carrierId"), Sort.up("e164"));
        assertEquals(3, open.store.rows().keys(twice).length);
    }

    @Test
    void pagesFollowTheKeysAndSkipWhatIsGone() {
        var keys = open.store.rows().keys(Query.of(Did.TYPE).sortedBy(Sort.down("e164")));
        assertEquals(3, keys.length);
        var gone = open.store.rows().page(Did.TYPE, keys, 1, 2).getFirst().row();
        open.store.cache().write(cache -> cache.remove(Did.TYPE, gone.id()));
        assertEquals(
                List.of("+33987654303", "+33123456701"),
                open.store.rows().page(Did.TYPE, keys, 0, 99).stream()
                        .map(row -> row.row().label())
                        .toList());
    }

    @Test
    void whoRefersIsCounted() {
        var referrers = open.store.rows().referrers(Carrier.TYPE, zebra.id());
        assertEquals(List.of(new Referrer(Did.TYPE, "carrierId", 2)), referrers);
        assertEquals(
                List.of("Zébra Télécom"),
                open.store.rows().choices(Carrier.TYPE, "zebra", 10).stream()
                        .map(Choice::label)
                        .toList());
    }

    @Test
    void aPageAndAListInOrderOfNumbersUseTheirIndexes() {
        assertTrue(plan("SELECT t.row_key FROM did t ORDER BY t.e164").contains("index sorted"));
        assertTrue(plan("SELECT t.e164 FROM did t WHERE t.row_key = ANY(ARRAY[CAST(1 AS BIGINT), 2])")
                .contains("PRIMARY_KEY"));
        assertTrue(!plan("SELECT t.row_key FROM did t WHERE t.id = ANY(ARRAY[RANDOM_UUID()])")
                .contains("tableScan"));
    }

    private String plan(String sql) {
        return open.store.cache().read(connection -> plan(connection, sql));
    }

    private static String plan(java.sql.Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("EXPLAIN " + sql)) {
            result.next();
            return result.getString(1);
        }
    }
}

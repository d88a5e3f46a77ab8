package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.bulk.BulkOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Heading;
import cadran.desktop.ui.RowSource;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupedSourceTest {
    private static final int NUMBERS = 400;
    private static final RowSource.Sort BACKWARDS = new RowSource.Sort("e164", false);

    @TempDir
    Path folder;

    private final Folds folds = new Folds();
    private OpenProfile profile;

    @BeforeEach
    void open() {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, NUMBERS);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private GroupedSource by(String field, Filter... filters) {
        var rows = profile.workspace.rows();
        return new GroupedSource(
                rows,
                Query.of(Did.TYPE).where(List.of(filters)),
                Did.TYPE.field(field),
                new GroupReader(new Texts(Language.FRENCH), rows),
                folds,
                TableSource.Sorting.BY_FIELD);
    }

    private static List<Heading> headings(GroupedSource source) {
        return IntStream.range(0, source.count())
                .<@Nullable Heading>mapToObj(place -> source.headings().at(place))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable Object value(Heading heading) {
        return ((Optional<?>) heading.group()).orElse(null);
    }

    private void unfoldAll(GroupedSource source) {
        headings(source).stream().filter(heading -> !heading.open()).forEach(source::turn);
    }

    private static List<GridRow> read(GroupedSource source, int page) {
        var read = new ArrayList<GridRow>();
        for (int from = 0; from < source.count(); from += page) {
            read.addAll(source.page(from, page, BACKWARDS));
        }
        return read;
    }

    @Test
    void manyRowsAreFoldedAtFirst() {
        var source = by("status");
        var headings = headings(source);
        assertEquals(headings.size(), source.count(), "no line but headings");
        assertEquals(NUMBERS, source.headings().rows());
        assertEquals(List.of(), source.page(0, 50, null));
        var order = Did.TYPE.field("status").codes();
        var places =
                headings.stream().map(heading -> order.indexOf(value(heading))).toList();
        assertEquals(places.stream().sorted().toList(), places, "in the order of a number's life");
    }

    @Test
    void fewRowsAreAllShown() {
        var source = by("carrierId", new Filter.Is("status", "ORDERED"));
        assertTrue(source.headings().rows() < 100);
        assertTrue(headings(source).stream().allMatch(Heading::open));
    }

    /** Whatever the pages are, each row stands once, under its heading, in the order asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "customerId", "regionId", "groupId"})
    void everyRowStandsUnderItsHeading(String field) {
        var source = by(field);
        unfoldAll(source);
        assertEquals(NUMBERS + headings(source).size(), source.count());
        var whole = read(source, Integer.MAX_VALUE / 2);
        var expected = headings(source).stream()
                .flatMap(heading -> profile
                        .workspace
                        .rows()
                        .list(TableSource.ordered(
                                Query.of(Did.TYPE).where(new Filter.Is(field, value(heading))),
                                BACKWARDS,
                                TableSource.Sorting.BY_FIELD))
                        .stream())
                .map(GridRow::key)
                .toList();
        assertEquals(expected, whole.stream().map(GridRow::key).toList());
        for (int page : new int[] {1, 7, 50}) {
            assertEquals(whole, read(source, page), "pages of " + page);
        }
        var keys = source.keys(BACKWARDS);
        assertEquals(source.count(), keys.length);
        assertArrayEquals(
                expected.stream().mapToLong(Long::longValue).toArray(),
                Arrays.stream(keys).filter(key -> key > 0).toArray());
        IntStream.range(0, keys.length)
                .forEach(place ->
                        assertEquals(keys[place] == 0, source.headings().isAt(place)));
    }

    @Test
    void rowsWithoutAValueStandLast() {
        var headings = headings(by("customerId"));
        assertEquals(Optional.empty(), headings.getLast().group());
        assertEquals("Client\u00a0: non renseigné", headings.getLast().label());
        var called = headings.stream()
                .limit(headings.size() - 1L)
                .map(Heading::label)
                .toList();
        assertTrue(called.size() > 3, called::toString);
        assertEquals(called.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), called);
    }

    @Test
    void costsAreAddedUpWithinACurrency() {
        var some =
                profile.workspace.rows().list(Query.of(Did.TYPE).where(new Filter.Is("status", "AVAILABLE"))).stream()
                        .limit(3)
                        .map(GridRow::row)
                        .toList();
        profile.workspace
                .edits()
                .run(BulkOp.setting(
                        "op.edit",
                        Did.TYPE,
                        some,
                        row -> Map.of("monthlyCost", new BigDecimal("7.00"), "currency", "CAD")));
        var told = headings(by("status")).stream()
                .filter(heading -> Optional.of("AVAILABLE").equals(heading.group()))
                .findFirst()
                .orElseThrow()
                .told();
        var formats = new Texts(Language.FRENCH).formats();
        assertTrue(told.contains(formats.money(new BigDecimal("21.00"), "CAD") + " + "), told);
        assertTrue(told.contains("€"), told);
    }

    @Test
    void whatWasUnfoldedStaysSoUnderAnotherFilter() {
        var source = by("status");
        var available = headings(source).stream()
                .filter(heading -> Optional.of("AVAILABLE").equals(heading.group()))
                .findFirst()
                .orElseThrow();
        source.turn(available);
        long free = profile.workspace.rows().count(Query.of(Did.TYPE).where(new Filter.Is("status", "AVAILABLE")));
        assertEquals(headings(source).size() + free, source.count());
        var narrowed = by("status", new Filter.Not(new Filter.Is("status", "IN_USE")));
        assertEquals(headings(narrowed).size() + free, narrowed.count());
        assertTrue(available.told().contains("numéro"), available::told);
        assertTrue(available.told().contains("€"), available::told);
    }
}

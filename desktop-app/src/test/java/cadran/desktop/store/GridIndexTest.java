package cadran.desktop.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.query.Grouping;
import cadran.desktop.query.Query;
import cadran.desktop.query.Sort;
import cadran.model.Schema;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Did;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridIndexTest {
    private static final int NUMBERS = 400;
    private static final int ROUNDS = 4;
    private static final int QUERIES = 60;

    @TempDir
    Path folder;

    private OpenStore open;
    /** Of every table that has a row. */
    private GridIndex index;

    @BeforeEach
    void open() {
        open = OpenStore.in(folder);
        index = new GridIndex(open.store.cache(), open.store.medium());
    }

    @AfterEach
    void close() {
        index.close();
        open.close();
    }

    private static void inMemory(GridIndex index, int from) throws Exception {
        index.prepare(from);
        index.begin();
        index.settle();
    }

    /** Its own index was not started, so this is what SQL says. */
    private void assertLikeSql(Query query) {
        var sql = open.store.rows().keys(query);
        var indexed = Objects.requireNonNull(index.keys(query));
        assertArrayEquals(sql, indexed, query::toString);
        assertEquals(open.store.rows().count(query), index.count(query), query::toString);
    }

    /** Groups have no order. */
    private void assertLikeSql(Grouping grouping) {
        var sql = open.store.rows().groups(grouping);
        var counted = Objects.requireNonNull(index.groups(grouping));
        assertEquals(sql.size(), counted.size(), grouping::toString);
        assertEquals(Set.copyOf(sql), Set.copyOf(counted), grouping::toString);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theIndexSaysWhatSqlSays(long seed) throws Exception {
        var random = new RandomRows(seed);
        var numbers = new ArrayList<>(random.numbers(NUMBERS));
        write(numbers);
        write(random.beside(numbers));
        inMemory(index, 1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < QUERIES; i++) {
                var query = random.query(numbers);
                assertLikeSql(query);
                assertLikeSql(random.grouping(query));
            }
            // All rows by one column are read another way, and every column has equal ones.
            Did.TYPE
                    .fields()
                    .forEach(field -> assertLikeSql(Query.unordered(Did.TYPE).sortedBy(Sort.up(field.name()))));
            change(random, numbers);
        }
    }

    /** The numbers are asked in memory, and what few of them have in own fields is not. */
    @Test
    void valuesTooFewForMemoryPutNumbersInTheSameOrder() throws Exception {
        var random = new RandomRows(6);
        var numbers = random.numbers(NUMBERS);
        write(numbers);
        write(numbers.stream()
                .limit(50)
                .flatMap(number -> RandomRows.FIELDS.stream().map(field -> random.own(number, field)))
                .toList());
        inMemory(index, NUMBERS);
        assertNull(index.keys(Query.unordered(OwnValue.TYPE)));
        for (int i = 0; i < QUERIES; i++) {
            assertLikeSql(Query.unordered(Did.TYPE)
                    .sortedBy(random.byOwn(), random.byOwn())
                    .first(i % 3 * 20));
        }
    }

    private void write(List<Row> rows) {
        open.store.cache().write(cache -> {
            for (var row : rows) {
                cache.put(row);
            }
        });
    }

    /** Some go, some change, some come, and some that went come back. */
    private void change(RandomRows random, List<Row> numbers) {
        var changed = new HashSet<UUID>();
        var values = new HashSet<UUID>();
        open.store.cache().write(cache -> {
            for (int i = 0; i < 40; i++) {
                var row = random.pick(numbers);
                changed.add(row.id());
                switch (random.below(3)) {
                    case 0 -> cache.remove(Did.TYPE, row.id());
                    case 1 -> cache.put(random.row(Did.TYPE, row.id()));
                    default -> {
                        cache.remove(Did.TYPE, row.id());
                        cache.put(random.row(Did.TYPE, row.id()));
                    }
                }
            }
            for (var row : random.numbers(20)) {
                numbers.add(row);
                changed.add(row.id());
                cache.put(row);
            }
            for (int i = 0; i < 60; i++) {
                var value = random.own(random.pick(numbers), random.pick(RandomRows.FIELDS));
                values.add(value.id());
                if (random.below(3) == 0) {
                    cache.remove(OwnValue.TYPE, value.id());
                } else {
                    cache.put(value);
                }
            }
        });
        index.note(new RowsChanged(Map.of(Did.TYPE, changed, OwnValue.TYPE, values)));
    }

    @Test
    void smallTablesAreLeftToSql() throws Exception {
        write(new RandomRows(1).numbers(9));
        inMemory(index, 10);
        assertNull(index.keys(Query.of(Did.TYPE)));
        write(new RandomRows(2).numbers(1));
        index.note(new RowsChanged(Map.of(Did.TYPE, Set.of(OpenStore.id()))));
        index.settle();
        assertNotNull(index.keys(Query.of(Did.TYPE)), "a table that has grown");
        assertNull(index.keys(Query.of(Customer.TYPE)));
    }

    /** Of two columns without a value twice, no pair comes twice either. */
    @Test
    void moreGroupsThanThereIsRoomForAreLeftToSql() throws Exception {
        var rows = IntStream.range(0, 2_100)
                .mapToObj(i -> OpenStore.customer("C" + i, "Client " + i))
                .toList();
        write(rows);
        inMemory(index, 1);
        var grouping = Grouping.of(Query.unordered(Customer.TYPE), "code", "name");
        assertNull(index.groups(grouping));
        assertEquals(rows.size(), open.store.rows().groups(grouping).size());
    }

    /** Through the whole store, as the program has it. */
    @Test
    void whatIsSavedIsFoundAtOnce() throws Exception {
        open.run(TestOp.adding(OpenStore.customer("A", "Anna")), TestOp.adding(OpenStore.customer("B", "Ben")));
        inMemory(open.store.index(), 1);
        var ben = Query.of(Customer.TYPE).matching("ben");
        assertEquals(1L, open.store.index().count(ben));
        open.run(TestOp.adding(OpenStore.customer("C", "Benoît")));
        assertEquals(2L, open.store.index().count(ben));
        open.edits.undo();
        assertEquals(1L, open.store.index().count(ben));
        open.edits.redo();
        assertEquals(List.of("Ben", "Benoît"), names(ben.sortedBy(Sort.up("name"))));
    }

    private List<String> names(Query query) {
        return open.store.rows().list(query).stream()
                .map(row -> String.valueOf(row.row().text("name")))
                .toList();
    }

    @Test
    void aChangeOfManyRowsIsReadAnew() throws Exception {
        write(List.of(OpenStore.customer("A", "Anna")));
        inMemory(index, 1);
        write(List.of(OpenStore.customer("B", "Ben")));
        index.note(new RowsChanged(Map.of(Customer.TYPE, Set.of())));
        index.settle();
        assertEquals(2L, index.count(Query.of(Customer.TYPE)));
    }

    /** Keys are another file's. */
    @Test
    void aCopyThatTakesThePlaceOfThisOneIsReadAnew() throws Exception {
        write(List.of(OpenStore.customer("A", "Anna"), OpenStore.customer("B", "Ben")));
        var store = open.store;
        inMemory(store.index(), 1);
        var opening = new SyncState(OpenStore.id(), 1, "", Schema.NUMBER, null);
        try (var load = store.nextCache()) {
            load.begin(opening, "0", 1);
            load.add(List.of(OpenStore.customer("C", "Claire").atVersion(1)), null, "");
            load.index();
            store.adopt(load, 1);
        }
        assertEquals(List.of("Claire"), names(Query.of(Customer.TYPE)));
        store.index().settle();
        assertEquals(1L, store.index().count(Query.of(Customer.TYPE)));
        assertEquals(List.of("Claire"), names(Query.of(Customer.TYPE)));
    }
}

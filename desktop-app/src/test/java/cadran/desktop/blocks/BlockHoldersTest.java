package cadran.desktop.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.model.blocks.Block;
import cadran.model.blocks.HolderCheck;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Row;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list is narrowed by must be what is said of each of its rows. */
class BlockHoldersTest {
    @TempDir
    Path folder;

    private OpenProfile profile;
    private BlockHolders holders;

    @BeforeEach
    void open() {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, 400);
        holders = SampleBlocks.holders(profile);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private List<Row> rows(Query query) {
        return profile.workspace.rows().list(query).stream()
                .map(row -> row.row())
                .toList();
    }

    private Set<UUID> found(Filter filter) {
        return ids(Query.of(Did.TYPE).where(filter), row -> true);
    }

    private Set<UUID> expected(Predicate<Row> condition) {
        return ids(Query.of(Did.TYPE), condition);
    }

    private Set<UUID> ids(Query query, Predicate<Row> condition) {
        return rows(query).stream().filter(condition).map(Row::id).collect(Collectors.toCollection(HashSet::new));
    }

    private String holder(Row row) {
        return holders.of(row.text("e164")).map(Block::holder).orElse("");
    }

    private HolderCheck check(Row row) {
        return holders.check(holders.of(row.text("e164")), row.reference("carrierId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRTE", "TEIR", "TWIL", "SFR0", "OUTR"})
    void numbersAreFoundByWhoHoldsTheirBlock(String code) {
        var expected = expected(row -> code.equals(holder(row)));
        assertTrue(!expected.isEmpty(), "the demonstration has none of " + code);
        assertEquals(expected, found(holders.held(code::equals)));
        assertEquals(expected(row -> !code.equals(holder(row))), found(new Filter.Not(holders.held(code::equals))));
    }

    @Test
    void numbersAreFoundByWhetherTheyStandAtTheHolder() {
        for (var check : HolderCheck.values()) {
            assertTrue(!expected(row -> check(row) == check).isEmpty(), "none that is " + check);
        }
        assertEquals(expected(row -> check(row) == HolderCheck.SAME), found(holders.same()));
        assertEquals(expected(row -> check(row) == HolderCheck.DIFFERS), found(holders.differs()));
    }

    @ParameterizedTest
    @CsvSource({
        "FRTE, FRTE",
        "frte, FRTE",
        "Orange, FRTE",
        "oran, FRTE",
        "télnyx, TEIR",
        "T, TEIR TWIL",
        "SFR0, SFR0",
        "SFR, ''",
        "nobody, ''"
    })
    void aHolderIsMeantByItsCodeOrByACarriersName(String typed, String codes) {
        assertEquals(codes, String.join(" ", holders.meant(typed)));
    }

    @Test
    void aHolderIsCalledByItsCodeAndByTheCarrierThatHasIt() {
        assertEquals("FRTE · Orange", holders.named("FRTE"));
        assertEquals("SFR0", holders.named("SFR0"));
        assertEquals(List.of("Orange", "OUTR"), holders.beginning("o", 5));
    }

    @Test
    void withoutAFileNothingIsFoundAndNothingDiffers() {
        var none = new BlockHolders(Optional.empty(), List.of());
        assertEquals(Set.of(), found(none.held(any -> true)));
        assertEquals(Set.of(), found(none.differs()));
        assertEquals(Optional.empty(), none.of("+33199000000"));
    }
}

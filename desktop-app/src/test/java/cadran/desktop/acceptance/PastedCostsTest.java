package cadran.desktop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberPrice;
import cadran.model.organisations.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A column of a spreadsheet over a column of costs: as many prices, in one step here and on every other computer. */
@SuppressWarnings("NullAway.Init") // set before each test
class PastedCostsTest extends UiTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final int FIRST = 5;
    private static final int PASTED = 37;
    private static final BigDecimal COST = new BigDecimal("1.35");

    private Company company;
    private OpenProfile anna;
    private OpenProfile lea;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        company = Company.in(folder.resolve("company"));
        anna = company.reopened(company.desktop("Anna Morel", Role.TELECOM));
        lea = company.desktop("Léa Marchand", company.server().administrator());
        desk = desk(Language.FRENCH);
        showProfile(desk, anna);
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
    }

    @AfterEach
    void close() {
        company.close();
    }

    private static long cost(OpenProfile who, BigDecimal cost) {
        return who.store().rows().count(Query.unordered(Did.TYPE).where(new Filter.Is("monthlyCost", cost)));
    }

    /** The numbers that have such a price in their lists from today on. */
    private static Set<UUID> priced(OpenProfile who) {
        var query = Query.of(NumberPrice.TYPE)
                .where(List.of(new Filter.Is("monthlyCost", COST), new Filter.Is("startsOn", MONDAY)));
        return who.store().rows().list(query).stream()
                .map(row -> Objects.requireNonNull(row.row().reference("didId")))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> costing(OpenProfile who) {
        return who.store().rows().list(Query.of(Did.TYPE).where(new Filter.Is("monthlyCost", COST))).stream()
                .map(row -> row.row().id())
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private TableView<GridRow> table() {
        return (TableView<GridRow>) one(TableView.class);
    }

    /** The sixth number of the list, in the column of costs. */
    private void focusCosts() {
        var table = table();
        onFx(() -> {
            var costs = table.getColumns().stream()
                    .filter(column -> "monthlyCost".equals(column.getId()))
                    .findFirst()
                    .orElseThrow();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(FIRST, costs);
            table.scrollToColumn(costs);
        });
        settle();
    }

    @Test
    void thirtySevenCostsAreThirtySevenPricesAndOneUndo() {
        clipboard.put(String.join("\r\n", Collections.nCopies(PASTED, "1,35")) + "\r\n");
        focusCosts();
        var table = table();
        var meant = onFx(() -> table.getItems().subList(FIRST, FIRST + PASTED).stream()
                .map(row -> row.row().id())
                .collect(Collectors.toSet()));
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertTrue(isShown(desk.texts().count("bulk.changing", PASTED)), () -> texts().toString());
        assertEquals(0, cost(anna, COST), "only shown so far");
        press(KeyCode.ENTER);
        assertEquals(PASTED, cost(anna, COST));
        assertEquals(meant, costing(anna), "those it was laid over, and no other");
        assertEquals(meant, priced(anna), "each with its price from today on");
        Company.synced(anna);
        Company.until(lea, () -> priced(lea).size() == PASTED && cost(lea, COST) == PASTED);
        assertEquals(meant, priced(lea));
        assertEquals(meant, costing(lea));

        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(0, cost(anna, COST));
        assertEquals(Set.of(), priced(anna));
        assertEquals(CompanyRows.NUMBERS, cost(anna, new BigDecimal("1.20")));
        assertNull(anna.edits().history().undoLabel(), "one step, and nothing is left to undo");
        Company.synced(anna);
        Company.until(lea, () -> cost(lea, new BigDecimal("1.20")) == CompanyRows.NUMBERS);
        Company.until(lea, () -> priced(lea).isEmpty());
    }
}

package cadran.desktop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import java.math.BigDecimal;
import java.util.Collections;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A column of a spreadsheet over a column of costs: as many prices, in one step here and on every other computer. */
@SuppressWarnings("NullAway.Init") // set before each test
class PastedCostsTest extends UiTest {
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

    /** The sixth number of the list, in the column of costs. */
    private void focusCosts() {
        onFx(() -> {
            @SuppressWarnings("unchecked")
            var table = (TableView<GridRow>) one(TableView.class);
            var costs = table.getColumns().stream()
                    .filter(column -> "monthlyCost".equals(column.getId()))
                    .findFirst()
                    .orElseThrow();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(5, costs);
            table.scrollToColumn(costs);
        });
        settle();
    }

    @Test
    void thirtySevenCostsAreThirtySevenPricesAndOneUndo() {
        clipboard.put(String.join("\r\n", Collections.nCopies(PASTED, "1,35")) + "\r\n");
        focusCosts();
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertTrue(isShown(desk.texts().count("bulk.changing", PASTED)), () -> texts().toString());
        assertEquals(0, cost(anna, COST), "only shown so far");
        press(KeyCode.ENTER);
        assertEquals(PASTED, cost(anna, COST));
        Company.synced(anna);
        Company.until(lea, () -> cost(lea, COST) == PASTED);

        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(0, cost(anna, COST));
        assertEquals(CompanyRows.NUMBERS, cost(anna, new BigDecimal("1.20")));
        Company.synced(anna);
        Company.until(lea, () -> cost(lea, new BigDecimal("1.20")) == CompanyRows.NUMBERS);
    }
}

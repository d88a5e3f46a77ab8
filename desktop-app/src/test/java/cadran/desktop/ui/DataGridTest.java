package cadran.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.samples.Sample;
import cadran.desktop.samples.SampleFeature;
import cadran.desktop.samples.SampleRows;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DataGridTest extends UiTest {
    private static final int MILLION = 1_000_000;

    private DataGrid<Sample> open(SampleRows rows) {
        var desk = desk(Language.FRENCH);
        var feature = onFx(() -> new SampleFeature(desk, rows));
        showShell(desk, List.of(feature));
        await("rows", () -> feature.grid().rows() != null);
        settle();
        return feature.grid();
    }

    private void focus(DataGrid<Sample> grid, int row, String column) {
        onFx(() -> {
            TableView<Sample> table = grid.table();
            var target = table.getColumns().stream()
                    .filter(each -> column.equals(each.getId()))
                    .findFirst()
                    .orElseThrow();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(row, target);
        });
        settle();
    }

    private @Nullable String focusedCell(DataGrid<Sample> grid) {
        return onFx(() -> {
            var cell = grid.table().getFocusModel().getFocusedCell();
            return cell.getRow() + " " + cell.getTableColumn().getId();
        });
    }

    private static int loaded(DataGrid<Sample> grid) {
        return onFx(() -> Objects.requireNonNull(grid.rows()).loadedRows());
    }

    @Test
    @Timeout(90)
    void aMillionRowsAreNeverReadMoreThanAFewHundredAtATime() {
        var rows = new SampleRows(MILLION);
        var grid = open(rows);
        assertTrue(isShown("01 44 00 00 00"));
        assertEquals(PagedRows.PAGE, loaded(grid), "one page at the start");
        for (int at : new int[] {500_000, 10, 999_000, 123_456, 777_777, 250_000, 42, 600_000, 333_333, 888_888}) {
            onFx(() -> grid.table().scrollTo(at));
            byText(rows.row(at).number());
        }
        assertTrue(loaded(grid) <= PagedRows.KEPT_PAGES * PagedRows.PAGE, () -> loaded(grid) + " rows in memory");
        assertTrue(rows.pagesRead.get() < 60, () -> rows.pagesRead + " pages read");
    }

    @Test
    @Timeout(90)
    void selectingAllOfAMillionIsAFlag() {
        var rows = new SampleRows(MILLION);
        var grid = open(rows);
        focus(grid, 3, "number");
        type(KeyCode.SHORTCUT, KeyCode.A);
        assertTrue(grid.allSelectedProperty().get());
        assertTrue(rows.pagesRead.get() < 5);
        type(KeyCode.DOWN);
        assertFalse(grid.allSelectedProperty().get());
        type(KeyCode.SHIFT, KeyCode.END);
        assertTrue(onFx(() -> grid.selection().countProperty().get()) <= 1, "a range to the end is not taken");
    }

    @Test
    @Timeout(90)
    void rowsThatComeOrGoElsewhereShowWithoutLosingThePlace() {
        var rows = new SampleRows(MILLION);
        var grid = open(rows);
        onFx(() -> grid.table().scrollTo(500_000));
        byText(rows.row(500_000).number());
        rows.edit(rows.row(500_001).withCustomer("Nouveau client"));
        rows.count = MILLION + 7;
        onFx(grid::reload);
        byText("Nouveau client");
        assertEquals(MILLION + 7, onFx(() -> grid.table().getItems().size()));
        rows.count = 500_010;
        onFx(grid::reload);
        await("fewer rows", () -> grid.table().getItems().size() == 500_010);
        assertTrue(rows.pagesRead.get() < 60, () -> rows.pagesRead + " pages read");
    }

    @Test
    void theSourceSortsNotTheTable() {
        var rows = new SampleRows(MILLION);
        var grid = open(rows);
        onFx(() -> {
            var column = grid.table().getColumns().get(1);
            column.setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING);
            grid.table().getSortOrder().setAll(List.of(column));
        });
        byText(rows.row(MILLION - 1).number());
        assertTrue(rows.sorts.contains(new RowSource.Sort("number", false)));
        int read = rows.pagesRead.get();
        settle();
        await("quiet", () -> grid.desk().background().jobs().isEmpty());
        assertEquals(read, rows.pagesRead.get(), "rows in order are not read again");
        onFx(() -> grid.show(rows));
        await("quiet", () -> grid.desk().background().jobs().isEmpty());
        assertTrue(isShown(rows.row(MILLION - 1).number()), "the order stays");
        assertEquals(
                new RowSource.Sort("number", false),
                onFx(() -> grid.columnLayout().sort()));
    }

    @Test
    void typingEditsEnterGoesDown() {
        var rows = new SampleRows(100);
        var grid = open(rows);
        focus(grid, 0, "price");
        write("2");
        write(",5");
        type(KeyCode.ENTER);
        assertEquals("2.5", rows.row(0).price());
        assertEquals("1 price", focusedCell(grid));
        assertTrue(isShown("2,50\u00a0€"));
    }

    @Test
    void tabCommitsAndGoesToTheNextCellThatCanBeEdited() {
        var rows = new SampleRows(100);
        var grid = open(rows);
        focus(grid, 0, "price");
        write("3");
        type(KeyCode.TAB);
        assertEquals("3", rows.row(0).price());
        assertEquals("1 customer", focusedCell(grid));
    }

    @Test
    void escapeThrowsTheEntryAway() {
        var rows = new SampleRows(100);
        var grid = open(rows);
        focus(grid, 0, "price");
        write("9");
        type(KeyCode.ESCAPE);
        assertEquals("1.20", rows.row(0).price());
        assertEquals("0 price", focusedCell(grid));
        assertTrue(isShown("1,20\u00a0€"));
    }

    @Test
    void aWrongEntryKeepsTheCellOpenAndSaysWhy() {
        var rows = new SampleRows(100);
        var grid = open(rows);
        focus(grid, 0, "price");
        write("abc");
        type(KeyCode.ENTER);
        byText("Nombre attendu, par exemple 12,50.");
        assertEquals("1.20", rows.row(0).price());
        type(KeyCode.SHORTCUT, KeyCode.A);
        write("4");
        type(KeyCode.ENTER);
        assertEquals("4", rows.row(0).price());
    }

    @Test
    void clickingElsewhereKeepsWhatWasTyped() {
        var rows = new SampleRows(100);
        var grid = open(rows);
        focus(grid, 0, "price");
        write("7");
        click(byText("01 44 00 00 05"));
        assertEquals("7", rows.row(0).price());
    }

    @Test
    void aReferenceIsPickedByTypingAPartOfItsName() {
        var rows = new SampleRows(100);
        var grid = open(rows);
        focus(grid, 0, "customer");
        write("t");
        write("illeu");
        byText("Clinique des Tilleuls");
        settle();
        await("the list", () -> javafx.stage.Window.getWindows().size() > 1);
        type(KeyCode.ENTER);
        assertEquals("Clinique des Tilleuls", rows.row(0).customer());
    }

    @Test
    void aRefreshDuringAnEditWaitsForItsEnd() {
        var rows = new SampleRows(100);
        var grid = open(rows);
        focus(grid, 0, "price");
        write("8");
        rows.edit(rows.row(3).withCustomer("Venu d’ailleurs"));
        onFx(grid::reload);
        settle();
        type(KeyCode.ENTER);
        assertEquals("8", rows.row(0).price());
        byText("Venu d’ailleurs");
    }

    @Test
    void anUnreadableSourceSaysSoAndCanBeAskedAgain() {
        var rows = new SampleRows(100);
        var grid = open(rows);
        var broken = new RowSource<Sample>() {
            private volatile boolean healed;

            @Override
            public int count() {
                if (!healed) {
                    throw Problem.of("server.unreachable")
                            .with("server", "x.fr")
                            .asException();
                }
                return 1;
            }

            @Override
            public List<Sample> page(int from, int most, @Nullable Sort sort) {
                return List.of(rows.row(77));
            }
        };
        onFx(() -> grid.show(broken));
        byText("Lecture impossible");
        broken.healed = true;
        click(byText("Réessayer"));
        byText(rows.row(77).number());
        await("the message to go", () -> !isShown("Lecture impossible"));
    }

    @Test
    void emptyAndForbiddenSayWhatIsTheCase() {
        var grid = open(new SampleRows(0));
        byText("Rien à afficher");
        onFx(grid::showNoRight);
        byText("Accès non autorisé");
    }

    @Test
    void columnWidthsAreKept() {
        var desk = desk(Language.FRENCH);
        var feature = onFx(() -> new SampleFeature(desk, new SampleRows(10)));
        showShell(desk, List.of(feature));
        settle();
        onFx(() -> feature.grid().table().getColumns().get(1).setPrefWidth(333));
        settle();
        assertEquals("333", desk.settings().get("grid.sample.number.width").orElseThrow());
        var again = onFx(() -> new SampleFeature(desk, new SampleRows(10)));
        assertEquals(333, onFx(() -> again.grid().table().getColumns().get(1).getPrefWidth()));
        onFx(() -> desk.look().zoomProperty().set(150));
        settle();
        assertEquals(500, onFx(() -> feature.grid().table().getColumns().get(1).getWidth()), 1);
        assertEquals("333", desk.settings().get("grid.sample.number.width").orElseThrow());
    }

    @Test
    void aReloadLeavesTheFocusInItsCell() {
        var desk = desk(Language.FRENCH);
        var feature = onFx(() -> new SampleFeature(desk, new SampleRows(100)));
        showShell(desk, List.of(feature));
        byText("01 44 00 00 00");
        settle();
        type(KeyCode.DOWN);
        type(KeyCode.RIGHT);
        var before = onFx(() -> feature.grid().table().getFocusModel().getFocusedCell());
        onFx(() -> feature.grid().reload());
        await("quiet", () -> desk.background().jobs().isEmpty());
        settle();
        var after = onFx(() -> feature.grid().table().getFocusModel().getFocusedCell());
        assertEquals(before.getRow(), after.getRow());
        assertEquals(before.getTableColumn(), after.getTableColumn());
        var selected = onFx(
                () -> List.copyOf(feature.grid().table().getSelectionModel().getSelectedCells()));
        assertEquals(1, selected.size());
        assertEquals(before.getTableColumn(), selected.getFirst().getTableColumn());
    }
}

package cadran.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.samples.Sample;
import cadran.desktop.samples.SampleFeature;
import cadran.desktop.samples.SampleRows;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The flow knows a stretch of a long list only, which nobody who scrolls or types may notice. */
@Timeout(90)
class LongListTest extends UiTest {
    private static final int COUNT = 1_000_000;

    private final SampleRows rows = new SampleRows(COUNT);
    private DataGrid<Sample> grid;
    private RowFlow<Sample> flow;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void open() {
        var desk = desk(Language.FRENCH);
        var feature = onFx(() -> new SampleFeature(desk, rows));
        showShell(desk, List.of(feature));
        await("rows", () -> feature.grid().rows() != null);
        settle();
        grid = feature.grid();
        flow = (RowFlow<Sample>) onFx(() -> grid.table().lookup(".virtual-flow"));
        focus(0);
    }

    private void focus(int row) {
        onFx(() -> {
            grid.table().requestFocus();
            grid.table()
                    .getSelectionModel()
                    .clearAndSelect(row, grid.table().getColumns().getFirst());
        });
        settle();
    }

    /** From top to bottom, after it has been checked that they follow each other without a gap. */
    private List<Integer> inSight() {
        settle();
        return onFx(() -> {
            var shown = grid.table().lookupAll(".table-row-cell").stream()
                    .map(node -> (TableRow<?>) node)
                    .filter(row -> row.isVisible() && !row.isEmpty())
                    .sorted(Comparator.comparingDouble(Node::getLayoutY))
                    .toList();
            for (int i = 1; i < shown.size(); i++) {
                assertEquals(shown.get(i - 1).getIndex() + 1, shown.get(i).getIndex());
                assertEquals(
                        shown.get(i - 1).getLayoutY() + flow.getFixedCellSize(),
                        shown.get(i).getLayoutY(),
                        0.01);
            }
            return shown.stream().map(TableRow::getIndex).toList();
        });
    }

    private ScrollBar bar() {
        return onFx(() -> grid.table().lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible() && bar.getOpacity() > 0)
                .reduce((one, other) -> {
                    throw new IllegalStateException("two bars");
                })
                .orElseThrow());
    }

    @Test
    void theWheelGoesOnWhereAStretchEnds() {
        for (int end : new int[] {RowFlow.STRETCH, COUNT / 2 + RowFlow.STRETCH / 2, COUNT - RowFlow.STRETCH}) {
            onFx(() -> grid.table().scrollTo(end - RowFlow.STRETCH / 3));
            int first = inSight().getFirst();
            double scrolled = 0;
            double rowHeight = flow.getFixedCellSize();
            while (scrolled < RowFlow.STRETCH * rowHeight) {
                double step = 700 * rowHeight + 0.25;
                assertEquals(step, onFx(() -> flow.scrollPixels(step)), 0.01);
                scrolled += step;
                assertEquals(first + scrolled / rowHeight, inSight().getFirst(), 1);
            }
            while (scrolled > 0) {
                double step = 900 * rowHeight;
                assertEquals(-step, onFx(() -> flow.scrollPixels(-step)), 0.01);
                scrolled -= step;
                assertEquals(first + scrolled / rowHeight, inSight().getFirst(), 1);
            }
        }
    }

    @Test
    void keysReachBothEndsAndGoOnFromAnywhere() {
        type(KeyCode.SHORTCUT, KeyCode.END);
        assertEquals(COUNT - 1, inSight().getLast());
        type(KeyCode.PAGE_UP);
        type(KeyCode.PAGE_UP);
        type(KeyCode.PAGE_UP);
        assertTrue(inSight().getLast() < COUNT - 20, () -> inSight().toString());
        type(KeyCode.SHORTCUT, KeyCode.HOME);
        assertEquals(0, inSight().getFirst());
        assertEquals(0, onFx(() -> bar().getValue()));

        int edge = RowFlow.STRETCH * 3 / 4;
        focus(edge - 2);
        onFx(() -> grid.table().scrollTo(edge - 2));
        for (int i = 1; i <= 60; i++) {
            type(KeyCode.DOWN);
            int focused = edge - 2 + i;
            assertTrue(inSight().contains(focused), () -> focused + " not in " + inSight());
        }
    }

    @Test
    void theBarIsThatOfTheWholeList() {
        double height = flow.getViewportLength() / flow.getFixedCellSize();
        assertEquals(height / COUNT, onFx(() -> bar().getVisibleAmount()), 1e-6);
        for (double position : new double[] {0.3, 0.31, 0.9999, 0.5, 0.0001, 0.75}) {
            onFx(() -> bar().setValue(position));
            assertEquals(position * (COUNT - height), inSight().getFirst(), 1);
            assertEquals(position, onFx(() -> bar().getValue()), 2e-6);
        }
        onFx(() -> bar().setValue(1));
        assertEquals(COUNT - 1, inSight().getLast());
        onFx(() -> grid.table().scrollTo(COUNT / 4));
        inSight();
        assertEquals(0.25, onFx(() -> bar().getValue()), 1e-4);
    }

    @Test
    void aListThatShrinksOrGrowsHasTheBarOfItsLength() {
        type(KeyCode.SHORTCUT, KeyCode.END);
        rows.count = COUNT / 2;
        onFx(grid::reload);
        await("half", () -> grid.table().getItems().size() == COUNT / 2);
        assertEquals(COUNT / 2 - 1, inSight().getLast());
        rows.count = 300;
        onFx(grid::reload);
        await("few", () -> grid.table().getItems().size() == 300);
        assertTrue(inSight().getLast() < 300);
        rows.count = COUNT;
        onFx(grid::reload);
        await("all", () -> grid.table().getItems().size() == COUNT);
        onFx(() -> grid.table().scrollTo(700_000));
        assertEquals(700_000, inSight().getFirst());
    }

    @Test
    void whoHearsTheListHearsItsLength() {
        assertEquals(COUNT, onFx(() -> grid.table().queryAccessibleAttribute(AccessibleAttribute.ROW_COUNT)));
        onFx(() -> grid.table().scrollTo(800_000));
        inSight();
        assertEquals(800_003, onFx(() -> flow.getPrivateCell(800_003).getIndex()));
    }
}

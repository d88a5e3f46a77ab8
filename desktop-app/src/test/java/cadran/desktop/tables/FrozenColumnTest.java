package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // set at the start of each test
class FrozenColumnTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;
    private DataGrid<GridRow> grid;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(String feature) {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, 100);
        desk = desk(Language.FRENCH);
        var features = onFx(() -> profile.features(desk));
        showShell(desk, features, onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open(feature));
        quiet();
        grid = features.stream()
                .filter(each -> each.id().equals(feature))
                .map(each -> ((TableView) each.view()).grid())
                .findFirst()
                .orElseThrow();
    }

    private ScrollBar bar() {
        return onFx(() -> grid.table().lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(each -> each.getOrientation() == Orientation.HORIZONTAL)
                .findFirst()
                .orElseThrow());
    }

    private void scroll(double share) {
        var bar = bar();
        assertTrue(onFx(bar::isVisible), "too wide for its place");
        onFx(() -> bar.setValue(bar.getMax() * share));
        settle();
    }

    private Bounds onScreen(Node node) {
        return onFx(() -> node.localToScreen(node.getBoundsInLocal()));
    }

    private double left() {
        return onScreen(grid.table()).getMinX();
    }

    private String first() {
        return numbers(0);
    }

    private String numbers(int place) {
        return FieldText.number(profile.workspace
                .rows()
                .list(Query.of(Did.TYPE))
                .get(place)
                .row()
                .label());
    }

    @Test
    void theNumberStaysAtTheLeft() {
        open("numbers");
        double before = onScreen(byText(first())).getMinX();
        scroll(1);
        assertEquals(before, onScreen(byText(first())).getMinX(), 0.5);
        var header = byText(desk.texts().get("field.e164"));
        assertTrue(onScreen(header).getMinX() >= left(), "its heading too");
        assertTrue(onScreen(header).getMinX() < left() + 60);
        scroll(0);
        assertEquals(before, onScreen(byText(first())).getMinX(), 0.5);
        assertTrue(onFx(() -> grid.table().lookupAll(".pinned").isEmpty()), "nothing lies over the cells");
    }

    @Test
    void whoClicksTheNumberSelectsItsRow() {
        open("numbers");
        scroll(1);
        click(byText(numbers(3)));
        settle();
        var cell = onFx(() -> grid.table().getFocusModel().getFocusedCell());
        assertEquals(3, cell.getRow());
        assertEquals("e164", cell.getTableColumn().getId());
        var shown = byText(numbers(3));
        assertTrue(onFx(() -> ((TableCell<?, ?>) cellOf(shown)).isSelected()));
        type(KeyCode.DOWN);
        settle();
        assertEquals(4, onFx(() -> grid.table().getFocusModel().getFocusedIndex()));
        assertEquals(
                numbers(4),
                FieldText.number(
                        onFx(() -> grid.focusedRowProperty().get()).row().label()));
    }

    /** Also of a column that came into sight after the number was frozen. */
    @Test
    void theNumberLiesOverTheCellsThatScrollUnderIt() {
        open("numbers");
        for (double share : new double[] {0.1, 0.5, 1}) {
            scroll(share);
            var cell = cellOf(byText(first()));
            assertTrue(cell.getStyleClass().contains("pinned"));
            var covering = onFx(() -> cell.getParent().getChildrenUnmodifiable().stream()
                    .filter(other -> !other.getStyleClass().contains("pinned") && isOver(other, cell))
                    .toList());
            assertEquals(List.of(), covering, "scrolled by " + share);
        }
    }

    /** As the engine draws siblings: by their order, then by their place. */
    private static boolean isOver(Node one, Node other) {
        var siblings = one.getParent().getChildrenUnmodifiable();
        return one.getViewOrder() == other.getViewOrder()
                ? siblings.indexOf(one) > siblings.indexOf(other)
                : one.getViewOrder() < other.getViewOrder();
    }

    private static Node cellOf(Node node) {
        Node at = node;
        while (!(at instanceof TableCell<?, ?>)) {
            at = at.getParent();
        }
        return at;
    }

    /** Arrow by arrow to the last column and back, no cell in focus lies under the frozen ones. */
    @Test
    void theCellInFocusIsNeverCovered() {
        open("numbers");
        click(byText(first()));
        int columns = onFx(() -> grid.table().getVisibleLeafColumns().size());
        double frozen = onScreen(cellOf(byText(first()))).getMaxX();
        for (int i = 2; i < columns; i++) {
            type(KeyCode.RIGHT);
        }
        settle();
        assertTrue(onFx(() -> bar().getValue() > 0));
        for (int i = 2; i < columns; i++) {
            settle();
            var bounds = focusedBounds();
            assertTrue(bounds >= frozen - 1, bounds + " is under " + frozen);
            type(KeyCode.LEFT);
        }
    }

    private double focusedBounds() {
        return onFx(() -> grid.table().lookupAll(".table-cell").stream()
                .filter(cell -> cell.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("focused")))
                .mapToDouble(cell -> cell.localToScreen(cell.getBoundsInLocal()).getMinX())
                .findFirst()
                .orElseThrow());
    }

    /** What is typed goes into the cell itself, which comes into sight for it. */
    @Test
    void aFrozenCellIsEditedInItsPlace() {
        width = 900;
        open("customers");
        scroll(1);
        var first = profile.workspace
                .rows()
                .list(Query.of(cadran.model.catalog.Customer.TYPE))
                .getFirst();
        onFx(() -> {
            var column = grid.table().getVisibleLeafColumn(1);
            grid.table().requestFocus();
            grid.table().getSelectionModel().clearAndSelect(0, column);
            grid.table().getFocusModel().focus(0, column);
        });
        settle();
        assertTrue(onFx(() -> bar().getValue() > 0));
        write("NEUF");
        settle();
        assertTrue(onFx(() -> grid.isEditing()));
        type(KeyCode.ENTER);
        quiet();
        var name = onFx(() -> grid.table().getVisibleLeafColumn(1).getId());
        var changed = profile.workspace
                .rows()
                .find(cadran.model.catalog.Customer.TYPE, first.row().id());
        assertEquals("NEUF", java.util.Objects.requireNonNull(changed).text(name));
        assertFalse(onFx(() -> grid.isEditing()));
    }
}

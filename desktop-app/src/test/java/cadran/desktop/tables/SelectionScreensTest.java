package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.bulk.BulkOp;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the keys and the mouse that people use, while rows come and go. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class SelectionScreensTest extends UiTest {
    private static final int NUMBERS = 300;

    private OpenProfile profile;
    private Desk desk;
    private DataGrid<GridRow> grid;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open() {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, NUMBERS);
        desk = desk(Language.FRENCH);
        var features = onFx(() -> profile.features(desk));
        var numbers = features.stream()
                .filter(feature -> feature.id().equals("numbers"))
                .findFirst()
                .orElseThrow();
        grid = ((TableView) numbers.view()).grid();
        showShell(desk, features, onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
    }

    private List<Row> numbers() {
        return profile.workspace.rows().list(Query.of(Did.TYPE)).stream()
                .map(GridRow::row)
                .toList();
    }

    private int selected() {
        return onFx(() -> grid.selection().countProperty().get());
    }

    /** What is called so in the rows that are selected and in memory. */
    private Set<String> selectedNumbers() {
        return onFx(() -> grid.selection().picked().rows().stream()
                .map(place -> Objects.requireNonNull(
                        Objects.requireNonNull(grid.rows()).get(place)))
                .map(row -> String.valueOf(row.row().text("e164")))
                .collect(Collectors.toSet()));
    }

    private static Set<String> called(Row... rows) {
        return Stream.of(rows).map(row -> String.valueOf(row.text("e164"))).collect(Collectors.toSet());
    }

    /** The headless robot's mouse knows no modifier keys: these are the events that a mouse with them makes. */
    private void click(Node node, double x, KeyCode... held) {
        var keys = List.of(held);
        onFx(() -> {
            var at = new Point2D(x, node.getLayoutBounds().getHeight() / 2);
            for (var kind : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                var inScene = node.localToScene(at);
                var onScreen = node.localToScreen(at);
                Event.fireEvent(
                        node,
                        new MouseEvent(
                                kind,
                                inScene.getX(),
                                inScene.getY(),
                                onScreen.getX(),
                                onScreen.getY(),
                                MouseButton.PRIMARY,
                                1,
                                keys.contains(KeyCode.SHIFT),
                                keys.contains(KeyCode.SHORTCUT),
                                false,
                                keys.contains(KeyCode.SHORTCUT),
                                kind == MouseEvent.MOUSE_PRESSED,
                                false,
                                false,
                                false,
                                false,
                                true,
                                new PickResult(node, inScene.getX(), inScene.getY())));
            }
        });
        quiet();
    }

    private void clickRow(int place, KeyCode... held) {
        click(cell(place), 40, held);
    }

    private Node cell(int place) {
        return onFx(() -> grid.table().lookupAll(".table-cell").stream()
                .filter(node -> node instanceof TableCell<?, ?> cell
                        && cell.getIndex() == place
                        && numberColumn().equals(cell.getTableColumn()))
                .findFirst()
                .orElseThrow());
    }

    private TableColumn<GridRow, ?> numberColumn() {
        return grid.table().getVisibleLeafColumn(1);
    }

    /** A number that stands before all others comes from somebody else. */
    private void oneMoreComes(String e164) {
        var values = new HashMap<String, @Nullable Object>();
        var like = numbers().getLast();
        Did.TYPE.fields().forEach(field -> values.put(field.name(), like.get(field.name())));
        values.put("e164", e164);
        profile.open.run(new Intent.Create("did", OpenStore.id(), values));
        quiet();
        assertEquals(e164, numbers().getFirst().text("e164"), "it stands first");
    }

    private void goes(UUID id) {
        profile.open.run(TestOp.deleting(Did.TYPE, id));
        quiet();
    }

    private void sortDown() {
        onFx(() -> {
            numberColumn().setSortType(TableColumn.SortType.DESCENDING);
            grid.table().getSortOrder().setAll(List.of(numberColumn()));
        });
        quiet();
    }

    private void filter(String line) {
        type(KeyCode.SHORTCUT, KeyCode.F);
        write(line);
        quiet();
        type(KeyCode.ENTER);
        quiet();
    }

    @Test
    void shortcutAndAClickAddRowsAndTakeThemOut() {
        open();
        var rows = numbers();
        clickRow(1);
        assertEquals(1, selected());
        clickRow(3, KeyCode.SHORTCUT);
        clickRow(6, KeyCode.SHORTCUT);
        assertEquals(called(rows.get(1), rows.get(3), rows.get(6)), selectedNumbers());
        clickRow(3, KeyCode.SHORTCUT);
        assertEquals(called(rows.get(1), rows.get(6)), selectedNumbers());
        press(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals(2, clipboard.text().lines().count());
        clickRow(4);
        assertEquals(called(rows.get(4)), selectedNumbers(), "a plain click begins anew");
    }

    @Test
    void shiftAndAClickOrArrowsSelectWhatLiesBetween() {
        open();
        var rows = numbers();
        clickRow(2);
        clickRow(5, KeyCode.SHIFT);
        assertEquals(called(rows.get(2), rows.get(3), rows.get(4), rows.get(5)), selectedNumbers());
        press(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(5, selected());
        press(KeyCode.SHIFT, KeyCode.UP);
        press(KeyCode.SHIFT, KeyCode.UP);
        assertEquals(called(rows.get(2), rows.get(3), rows.get(4)), selectedNumbers());
        press(KeyCode.ESCAPE);
        assertEquals(1, selected());
    }

    @Test
    void theSelectionStaysWithItsRowsWhenOthersComeAndGo() {
        open();
        var rows = numbers();
        clickRow(3);
        clickRow(5, KeyCode.SHORTCUT);
        oneMoreComes("+33100000001");
        assertEquals(called(rows.get(3), rows.get(5)), selectedNumbers());
        assertEquals(
                rows.get(5).id(),
                onFx(() -> Objects.requireNonNull(grid.focusedRowProperty().get())
                        .row()
                        .id()),
                "who reads a number's detail goes on reading it");
        goes(rows.get(5).id());
        assertEquals(called(rows.get(3)), selectedNumbers());
        clickRow(8, KeyCode.SHORTCUT);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
        assertTrue(isShown(desk.texts().get("bulk.edit.title")), () -> texts().toString());
    }

    @Test
    void rowsFarBelowAreFoundAgainToo() {
        open();
        var rows = numbers();
        clickRow(3);
        onFx(() -> {
            grid.table().scrollTo(240);
            return true;
        });
        quiet();
        clickRow(242, KeyCode.SHORTCUT);
        clickRow(244, KeyCode.SHORTCUT);
        oneMoreComes("+33100000001");
        goes(rows.get(10).id());
        goes(rows.get(11).id());
        assertEquals(3, selected());
        press(KeyCode.SHORTCUT, KeyCode.C);
        var digits = clipboard.text().replaceAll("[^0-9\n]", "");
        for (int place : new int[] {3, 242, 244}) {
            var number = String.valueOf(rows.get(place).text("e164"));
            assertTrue(digits.contains(number.substring(4)), () -> number + " in " + clipboard.text());
        }
    }

    @Test
    void anotherOrderKeepsTheSelectionAndAFilterWhatItStillFinds() {
        open();
        var rows = numbers();
        var free = rows.stream()
                .filter(row -> "AVAILABLE".equals(row.text("status")))
                .findFirst()
                .orElseThrow();
        var other = rows.stream()
                .filter(row -> !"AVAILABLE".equals(row.text("status")))
                .findFirst()
                .orElseThrow();
        assertTrue(rows.indexOf(free) < 15 && rows.indexOf(other) < 15, "both in sight");
        clickRow(rows.indexOf(free));
        clickRow(rows.indexOf(other), KeyCode.SHORTCUT);
        sortDown();
        assertEquals(called(free, other), selectedNumbersOf(NUMBERS - 50));
        filter("statut:disponible");
        assertEquals(1, selected(), "what can't be seen is not selected");
    }

    /** They are at the end now, where the grid has not read yet. */
    private Set<String> selectedNumbersOf(int from) {
        onFx(() -> grid.table().scrollTo(from + 40));
        quiet();
        return selectedNumbers();
    }

    @Test
    void allStaysAllInAnotherOrderAndEndsWithAnotherFilter() {
        open();
        clickRow(0);
        press(KeyCode.SHORTCUT, KeyCode.A);
        assertEquals(NUMBERS, selected());
        sortDown();
        assertEquals(NUMBERS, selected());
        oneMoreComes("+33100000001");
        assertEquals(NUMBERS + 1, selected(), "all that is found");
        filter("statut:disponible");
        assertTrue(selected() <= 1);
    }

    // Groups

    private void groupByStatus() {
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
        press(KeyCode.ENTER);
    }

    private int placeOf(String status) {
        return onFx(() -> IntStream.range(0, grid.table().getItems().size())
                .filter(place -> {
                    var heading = grid.headingsProperty().get().at(place);
                    return heading != null && heading.group().equals(Optional.of(status));
                })
                .findFirst()
                .orElseThrow());
    }

    private long count(String... statuses) {
        return numbers().stream()
                .filter(row -> Arrays.asList(statuses).contains(row.text("status")))
                .count();
    }

    private int lines() {
        return onFx(() -> grid.table().getItems().size());
    }

    @Test
    void theFirstThingToGroupByIsAGrouping() {
        open();
        groupByStatus();
        assertFalse(onFx(() -> grid.headingsProperty().get().isEmpty()));
        assertEquals(0, placeOf("ORDERED"), "by what the form offers first");
    }

    @Test
    void aGroupIsSelectedAtItsHeadingByKeyAndByMouse() {
        open();
        groupByStatus();
        clickRow(placeOf("AVAILABLE"), KeyCode.SHORTCUT);
        assertEquals(count("AVAILABLE"), selected());
        int folded = lines();
        press(KeyCode.SHORTCUT, KeyCode.DOWN);
        press(KeyCode.SPACE);
        assertEquals(folded, lines(), "nothing is unfolded by it");
        assertEquals(count("AVAILABLE", "ASSIGNED"), selected());
        press(KeyCode.SPACE);
        assertEquals(count("AVAILABLE"), selected());
        press(KeyCode.ESCAPE);
        assertEquals(0, selected(), "on a heading");
        var box = byHeading("IN_USE");
        click(box, 8);
        assertEquals(count("IN_USE"), selected());
        assertEquals(folded, lines(), "the box doesn’t unfold");
        clickRow(placeOf("IN_USE"));
        assertEquals(folded + count("IN_USE"), lines());
        assertEquals(count("IN_USE"), selected(), "unfolded, it is still selected");
        clickRow(placeOf("IN_USE") + 1, KeyCode.SHORTCUT);
        assertEquals(count("IN_USE"), selected(), "one of them isn’t counted twice");
        clickRow(placeOf("IN_USE") + 1);
        assertEquals(1, selected());
    }

    private Node byHeading(String status) {
        int place = placeOf(status);
        return onFx(() -> grid.table().lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof javafx.scene.control.IndexedCell<?> row && row.getIndex() == place)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void whatIsDoneToAGroupIsDoneToExactlyItsRows() {
        open();
        groupByStatus();
        clickRow(placeOf("ASSIGNED"), KeyCode.SHORTCUT);
        press(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals(count("ASSIGNED") + 1, clipboard.text().lines().count(), "with a line of headings");
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        write("vérifié");
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        var tagged = numbers().stream()
                .filter(row -> String.valueOf(row.text("tags")).contains("vérifié"))
                .toList();
        assertEquals(count("ASSIGNED"), tagged.size(), () -> texts().toString());
        assertTrue(tagged.stream().allMatch(row -> "ASSIGNED".equals(row.text("status"))));
        assertEquals(count("ASSIGNED"), selected(), "still selected after the edit");
    }

    @Test
    void aGroupThatGoesIsSelectedNoMore() {
        open();
        groupByStatus();
        clickRow(placeOf("ORDERED"), KeyCode.SHORTCUT);
        assertTrue(selected() > 0);
        filter("statut:disponible");
        assertEquals(0, onFx(() -> grid.selection().picked().groups().size()));
    }

    @Test
    void allAreFoldedAndUnfoldedAndStaySoWhenRowsChange() {
        open();
        groupByStatus();
        int folded = lines();
        clickRow(0, KeyCode.SHORTCUT);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(folded + NUMBERS, lines());
        onFx(() -> grid.table().getSelectionModel().clearAndSelect(placeOf("AVAILABLE") + 3, numberColumn()));
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.LEFT);
        assertEquals(folded, lines());
        assertEquals(
                placeOf("AVAILABLE"),
                onFx(() -> grid.table().getFocusModel().getFocusedIndex()),
                "with the heading of the row that was folded away");
        write("*");
        quiet();
        assertEquals(folded + NUMBERS, lines());
        write("/");
        quiet();
        assertEquals(folded, lines());
        filter("statut:utilisé,affecté");
        assertEquals(2, lines(), "folded under a filter too, however short the list is");
        profile.workspace
                .edits()
                .run(BulkOp.setting(
                        "op.edit", Did.TYPE, numbers().subList(0, 30), row -> Map.of("description", "Autre")));
        quiet();
        assertEquals(2, lines());
    }
}

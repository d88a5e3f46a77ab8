package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.bulk.BulkOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Heading;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Field;
import cadran.model.views.SavedView;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // set at the start of each test
class GroupedScreensTest extends UiTest {
    private static final int NUMBERS = 300;

    private OpenProfile profile;
    private Desk desk;
    private DataGrid<GridRow> grid;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Language language) {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, NUMBERS);
        desk = desk(language);
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

    private void groupByStatus() {
        groupBy("status");
    }

    private void groupBy(String field) {
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
        var choices = GroupForm.fields(Did.TYPE).stream().map(Field::name).toList();
        for (int i = 0; i < choices.indexOf(field); i++) {
            type(KeyCode.DOWN);
        }
        press(KeyCode.ENTER);
    }

    private List<Heading> headings() {
        return onFx(() -> IntStream.range(0, grid.table().getItems().size())
                .mapToObj(place ->
                        Optional.ofNullable(grid.headingsProperty().get().at(place)))
                .flatMap(Optional::stream)
                .toList());
    }

    private int lines() {
        return onFx(() -> grid.table().getItems().size());
    }

    private long count(String status) {
        return profile.workspace.rows().count(Query.of(Did.TYPE).where(new Filter.Is("status", status)));
    }

    private int focusedPlace() {
        return onFx(() -> grid.table().getFocusModel().getFocusedIndex());
    }

    private int selected() {
        return onFx(() -> grid.selection().countProperty().get());
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

    private void goTo(int place) {
        onFx(() -> {
            var column = grid.table().getVisibleLeafColumn(1);
            grid.table().requestFocus();
            grid.table().getSelectionModel().clearAndSelect(place, column);
            grid.table().getFocusModel().focus(place, column);
        });
        settle();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void groupsAreUnfoldedAndFoldedByKeys(Language language) {
        open(language);
        groupByStatus();
        var headings = headings();
        assertEquals(headings.size(), lines(), "all are folded");
        assertTrue(isShown(desk.texts().get("code.did.status.available")), () -> texts().toString());
        int place = placeOf("AVAILABLE");
        goTo(place);
        assertNull(onFx(() -> grid.focusedRowProperty().get()), "a heading is no number");
        press(KeyCode.RIGHT);
        assertEquals(headings.size() + count("AVAILABLE"), lines());
        assertEquals(place, focusedPlace());
        press(KeyCode.RIGHT);
        assertEquals(place, focusedPlace(), "it is open already");
        press(KeyCode.DOWN);
        var row = onFx(() -> Objects.requireNonNull(grid.focusedRowProperty().get()));
        assertEquals("AVAILABLE", row.row().text("status"));
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        assertEquals(headings.size(), lines(), "folded again");
        press(KeyCode.ENTER);
        assertTrue(lines() > headings.size());
        press(KeyCode.LEFT);
        assertEquals(headings.size(), lines());
    }

    @Test
    void aClickUnfoldsAndAnotherFolds() {
        open(Language.FRENCH);
        groupByStatus();
        int folded = lines();
        click(byText(desk.texts().get("code.did.status.available")));
        quiet();
        assertEquals(folded + count("AVAILABLE"), lines());
    }

    @Test
    void headingsAreNeitherCountedNorCopiedNorChanged() {
        open(Language.FRENCH);
        groupByStatus();
        int place = placeOf("AVAILABLE");
        goTo(place);
        press(KeyCode.RIGHT);
        int after = placeOf("ASSIGNED");
        goTo(after - 2);
        type(KeyCode.SHIFT, KeyCode.DOWN);
        type(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(after, focusedPlace(), "on the next heading");
        assertEquals(2, selected());
        press(KeyCode.SHORTCUT, KeyCode.C);
        var keys = profile.workspace.rows().list(Query.of(Did.TYPE).where(new Filter.Is("status", "AVAILABLE")));
        var last = keys.subList(keys.size() - 2, keys.size()).stream()
                .map(row -> row.row().text("e164"))
                .toList();
        assertEquals(2, clipboard.text().lines().count(), clipboard.text());
        assertTrue(
                digits(clipboard.text().lines().toList().getLast())
                        .endsWith(String.valueOf(last.getLast()).substring(3)),
                clipboard.text());
        goTo(after);
        assertEquals(0, selected(), "a heading alone");
        write("x");
        assertFalse(onFx(() -> grid.isEditing()));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    @Test
    void allIsAllThatIsFoundFoldedOrNot() {
        open(Language.FRENCH);
        groupByStatus();
        type(KeyCode.SHORTCUT, KeyCode.A);
        assertEquals(NUMBERS, selected());
        press(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals(NUMBERS + 1, clipboard.text().lines().count(), "with a line of headings");
    }

    @Test
    void whatIsUnfoldedStaysSoWhenRowsChange() {
        open(Language.FRENCH);
        groupBy("regionId");
        goTo(0);
        press(KeyCode.RIGHT);
        var open = headings().getFirst();
        var there = new Filter.Is("regionId", ((Optional<?>) open.group()).orElseThrow());
        var before = profile.workspace.rows().list(Query.of(Did.TYPE).where(there));
        assertEquals(headings().size() + before.size(), lines());
        profile.workspace
                .edits()
                .run(BulkOp.setting(
                        "op.edit", Did.TYPE, List.of(before.getFirst().row()), row -> emptied("regionId")));
        quiet();
        assertEquals(headings().size() + before.size() - 1, lines());
        var now = headings().getFirst();
        assertTrue(now.open());
        assertTrue(now.told().startsWith(desk.texts().count("entity.did.count", before.size() - 1)), now::told);
    }

    private static Map<String, @Nullable Object> emptied(String field) {
        var values = new HashMap<String, @Nullable Object>();
        values.put(field, null);
        return values;
    }

    @Test
    void aViewKeepsItsGroups() {
        open(Language.FRENCH);
        groupByStatus();
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
        write("Par statut");
        press(KeyCode.ENTER);
        var view = SavedViews.read(
                profile.workspace.rows().list(Query.of(SavedView.TYPE)).getFirst());
        assertEquals("status", view.groupedBy());
        click(byText(desk.texts().get("view.all")));
        quiet();
        assertEquals(List.of(), headings());
        assertEquals(NUMBERS, lines());
        click(byText("Par statut"));
        quiet();
        assertEquals(headings().size(), lines());
        assertNotNull(headings().getFirst());
    }

    @Test
    void aBulkEditFindsRowsFarBelow() {
        open(Language.FRENCH);
        groupByStatus();
        for (var status : Arrays.asList("AVAILABLE", "ASSIGNED", "IN_USE")) {
            goTo(placeOf(status));
            press(KeyCode.RIGHT);
        }
        int first = placeOf("AVAILABLE") + 1;
        goTo(first);
        int last = placeOf("IN_USE") + 1;
        onFx(() -> grid.table()
                .getSelectionModel()
                .selectRange(
                        first,
                        grid.table().getVisibleLeafColumn(1),
                        last,
                        grid.table().getVisibleLeafColumn(1)));
        settle();
        long expected = count("AVAILABLE") + count("ASSIGNED") + 1;
        assertEquals(expected, selected());
        press(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals(expected, clipboard.text().lines().count());
    }
}

package cadran.desktop.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Own columns beside a spreadsheet: pasted, filled down, copied and sorted like any other. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class OwnBulkScreensTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;
    private final Row rank = OwnFieldsScreensTest.field("Rang interne", "NUMBER", null);
    private final Row level = OwnFieldsScreensTest.field("Niveau", "CHOICE", "Or, Argent, Bronze");

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Language language) {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, 20);
        profile.open.run(TestOp.adding(rank), TestOp.adding(level));
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
        onFx(() -> {
            column(level).setVisible(true);
            column(rank).setVisible(true);
        });
        quiet();
    }

    @SuppressWarnings("unchecked")
    private TableView<GridRow> table() {
        return (TableView<GridRow>) one(TableView.class);
    }

    private TableColumn<GridRow, ?> column(Row field) {
        return table().getColumns().stream()
                .filter(each -> ("own-" + field.id()).equals(each.getId()))
                .findFirst()
                .orElseThrow();
    }

    private void focus(int row, Row field) {
        onFx(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(row, column(field));
            table().scrollToColumn(column(field));
        });
        settle();
    }

    private void extend(int rows) {
        for (int i = 0; i < rows; i++) {
            type(KeyCode.SHIFT, KeyCode.DOWN);
        }
    }

    /** In the order of the numbers, as they are shown; null for none. */
    private List<@Nullable String> shown(Row field) {
        var own = OwnField.TYPE.read(field);
        return profile.workspace.rows().list(Query.of(Did.TYPE)).stream()
                .<@Nullable String>map(row -> {
                    var value = OwnText.value(row, own);
                    return value == null ? null : OwnText.shown(desk.texts(), value);
                })
                .toList();
    }

    private String undo() {
        return Objects.requireNonNull(profile.workspace.edits().history().undoLabel())
                .key();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void twoColumnsOfASpreadsheetAreOneEditWithAVerdictForEachLine(Language language) {
        open(language);
        clipboard.put("Rang interne\tNiveau\n12\tor\n13\tPlatine\nbeaucoup\tArgent\n14\t\n");
        focus(0, rank);
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertTrue(isShown(desk.texts().count("bulk.changing", 2)), () -> texts().toString());
        assertTrue(isShown(desk.texts().count("bulk.refused", 2)), () -> texts().toString());
        assertTrue(isShown(text -> text.contains("Or, Argent, Bronze")), () -> texts().toString());
        assertTrue(isShown(text -> text.contains("Rang interne") && text.contains("Niveau")), () -> texts().toString());
        press(KeyCode.ENTER);
        assertEquals(Arrays.asList("12", null, null, "14"), shown(rank).subList(0, 4));
        assertEquals(Arrays.asList("Or", null, null, null), shown(level).subList(0, 4));
        assertEquals("op.paste", undo());
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(Collections.nCopies(20, null), shown(rank));
        assertEquals(Collections.nCopies(20, null), shown(level));
    }

    @Test
    void oneValueFillsTheSelectionTheFirstFillsDownAndEmptyOnesEmpty() {
        open(Language.FRENCH);
        clipboard.put("1 234,5");
        focus(3, rank);
        extend(4);
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertTrue(isShown(desk.texts().count("bulk.changing", 5)), () -> texts().toString());
        press(KeyCode.ENTER);
        var amount = desk.texts().formats().decimal(new BigDecimal("1234.5"));
        assertEquals(Collections.nCopies(5, amount), shown(rank).subList(3, 8));
        focus(7, rank);
        extend(3);
        press(KeyCode.SHORTCUT, KeyCode.D);
        assertEquals(Collections.nCopies(4, amount), shown(rank).subList(7, 11));
        assertEquals("op.fill", undo());
        press(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals("1234,5\n1234,5\n1234,5\n1234,5", clipboard.text());
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertTrue(isShown(desk.texts().count("bulk.unchanged", 4)), () -> texts().toString());
        press(KeyCode.ESCAPE);
        // The first of these has none.
        focus(2, rank);
        extend(2);
        press(KeyCode.SHORTCUT, KeyCode.D);
        assertEquals(Arrays.asList(null, null, null, amount), shown(rank).subList(2, 6));
        press(KeyCode.SHORTCUT, KeyCode.Z);
        press(KeyCode.SHORTCUT, KeyCode.Z);
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(Collections.nCopies(20, null), shown(rank));
    }

    /** In the order in which they are offered, those without one last, whichever way. */
    @Test
    void aClickOnTheHeadingSortsByTheField() {
        open(Language.FRENCH);
        clipboard.put("Bronze\nOr\nArgent");
        focus(0, level);
        press(KeyCode.SHORTCUT, KeyCode.V);
        press(KeyCode.ENTER);
        onFx(() -> {
            column(level).setSortType(TableColumn.SortType.ASCENDING);
            table().getSortOrder().setAll(List.of(column(level)));
        });
        quiet();
        assertEquals(List.of("Or", "Argent", "Bronze", ""), cells());
        onFx(() -> column(level).setSortType(TableColumn.SortType.DESCENDING));
        quiet();
        assertEquals(List.of("Bronze", "Argent", "Or", ""), cells());
    }

    private List<String> cells() {
        var own = OwnField.TYPE.read(level);
        return onFx(() -> IntStream.range(0, 4)
                .mapToObj(table().getItems()::get)
                .map(row -> OwnText.shown(desk.texts(), OwnText.value(row, own)))
                .toList());
    }

    @Test
    void aNewNumberHasThemInItsFormAndIsOneEdit() {
        open(Language.FRENCH);
        press(KeyCode.SHORTCUT, KeyCode.N);
        click(byId("field-e164"));
        write("01.45-00 00 00");
        pick("field-carrierId", "Orange");
        onFx(() -> byId("field-own-" + rank.id()).requestFocus());
        settle();
        write("7");
        press(KeyCode.ENTER);
        var made = profile.workspace.rows().list(Query.of(Did.TYPE)).stream()
                .filter(row -> "+33145000000".equals(row.row().text("e164")))
                .findFirst();
        assertTrue(made.isPresent(), () -> texts().toString());
        assertEquals("7", OwnText.shown(desk.texts(), OwnText.value(made.orElseThrow(), OwnField.TYPE.read(rank))));
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(20, profile.workspace.rows().list(Query.of(Did.TYPE)).size());
        assertEquals(0, profile.workspace.rows().count(Query.unordered(OwnValue.TYPE)));
    }

    private void pick(String field, String typed) {
        click(byId(field));
        write(typed);
        quiet();
        await("choices of " + field, () -> Window.getWindows().size() > 1);
        press(KeyCode.ENTER);
    }
}

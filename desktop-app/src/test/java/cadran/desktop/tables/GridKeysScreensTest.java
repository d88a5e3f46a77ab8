package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.views.RowHeight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every key that the grid of numbers promises, one after another, over a real profile. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class GridKeysScreensTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Language language) {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, 60);
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
    }

    @SuppressWarnings("unchecked")
    private TableView<GridRow> table() {
        return (TableView<GridRow>) one(TableView.class);
    }

    private void focus(int row, String column) {
        var table = table();
        onFx(() -> {
            var target = table.getColumns().stream()
                    .filter(each -> column.equals(each.getId()))
                    .findFirst()
                    .orElseThrow();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(row, target);
            table.scrollToColumn(target);
        });
        settle();
    }

    private String focusedCell() {
        var table = table();
        return onFx(() -> {
            var cell = table.getFocusModel().getFocusedCell();
            return cell.getRow() + " " + cell.getTableColumn().getId();
        });
    }

    private @Nullable Object value(int row, String field) {
        return profile.workspace.rows().list(Query.of(Did.TYPE)).get(row).row().get(field);
    }

    private String undoes() {
        return Objects.requireNonNull(profile.workspace.edits().history().undoLabel())
                .key();
    }

    private String amount(String english) {
        return desk.texts().language() == Language.FRENCH ? english.replace('.', ',') : english;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void typingEditsEnterGoesDownTabGoesRightAndEscapeCancels(Language language) {
        open(language);
        focus(2, "monthlyCost");
        write(amount("4.2"));
        press(KeyCode.ENTER);
        assertEquals(new BigDecimal("4.20"), value(2, "monthlyCost"));
        assertEquals("3 monthlyCost", focusedCell());

        write(amount("5.1"));
        press(KeyCode.TAB);
        assertEquals(new BigDecimal("5.10"), value(3, "monthlyCost"));
        assertEquals("3 description", focusedCell());
        write("Accueil");
        press(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals("Accueil", value(3, "description"));
        assertEquals("3 monthlyCost", focusedCell());

        write("9");
        press(KeyCode.ESCAPE);
        assertEquals(new BigDecimal("5.10"), value(3, "monthlyCost"));
        assertEquals("3 monthlyCost", focusedCell());
        // Enter opens the cell with what it has, to be corrected.
        press(KeyCode.ENTER);
        assertEquals(amount("5.1"), onFx(() -> ((TextField) Objects.requireNonNull(focused())).getText()));
        press(KeyCode.ESCAPE);

        // A word that the cell doesn't take keeps it open, and the reason is heard.
        write("cher");
        press(KeyCode.ENTER);
        assertEquals(
                desk.texts().get("problem.field.not_a_number"),
                onFx(() -> Objects.requireNonNull(focused()).getAccessibleHelp()));
        press(KeyCode.ESCAPE);
        press(KeyCode.SHORTCUT, KeyCode.Z);
        press(KeyCode.SHORTCUT, KeyCode.Z);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(new BigDecimal("5.10"), value(3, "monthlyCost"), "undone twice and redone once");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void arrowsWithShiftSelectAndWhatIsSelectedIsCopiedPastedAndFilledDown(Language language) {
        open(language);
        focus(4, "monthlyCost");
        press(KeyCode.SHIFT, KeyCode.DOWN);
        press(KeyCode.SHIFT, KeyCode.DOWN);
        assertTrue(
                isShown(desk.texts().get("bulk.selection", "what", desk.texts().count("entity.did.count", 3))));
        write(amount("7.5"));
        press(KeyCode.ESCAPE);

        focus(4, "monthlyCost");
        write(amount("7.5"));
        press(KeyCode.ENTER);
        focus(4, "monthlyCost");
        press(KeyCode.SHIFT, KeyCode.DOWN);
        press(KeyCode.SHIFT, KeyCode.DOWN);
        press(KeyCode.SHORTCUT, KeyCode.D);
        assertEquals(new BigDecimal("7.50"), value(5, "monthlyCost"));
        assertEquals(new BigDecimal("7.50"), value(6, "monthlyCost"));
        assertEquals("op.fill", undoes());

        focus(4, "monthlyCost");
        press(KeyCode.SHIFT, KeyCode.DOWN);
        press(KeyCode.SHIFT, KeyCode.RIGHT);
        press(KeyCode.SHORTCUT, KeyCode.C);
        var copied = clipboard.text().lines().toList();
        assertEquals(3, copied.size(), "two lines under their headings");
        assertEquals(
                desk.texts().get("field.monthlyCost") + "\t" + desk.texts().get("field.description"),
                copied.getFirst());
        assertTrue(copied.get(1).startsWith(amount("7.5") + "\t"), copied::toString);

        clipboard.put(amount("8.5"));
        focus(10, "monthlyCost");
        press(KeyCode.SHORTCUT, KeyCode.V);
        press(KeyCode.ENTER);
        assertEquals(new BigDecimal("8.50"), value(10, "monthlyCost"));
        assertEquals("op.paste", undoes());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theQuestionMarkListsTheKeysThatApplyHere(Language language) {
        open(language);
        focus(0, "monthlyCost");
        write("?");
        quiet();
        assertTrue(onFx(() -> desk.modals().openProperty().get()));
        var shift = language == Language.FRENCH ? "Ctrl+Maj+" : "Ctrl+Shift+";
        var keys = List.of(
                "Ctrl+K",
                "Ctrl+F",
                "F1",
                "F6",
                "Tab",
                "Ctrl+A",
                "Ctrl+C",
                "Ctrl+V",
                "Ctrl+D",
                "Ctrl+Z",
                shift + "M",
                shift + "T",
                shift + "E",
                shift + "G",
                shift + "C",
                shift + "P");
        for (var key : keys) {
            assertTrue(isShown(key), () -> key + " in " + texts());
        }
        assertTrue(isShown(desk.texts().get("keys.grid.cancel")));
        press(KeyCode.ESCAPE);
        assertFalse(onFx(() -> desk.modals().openProperty().get()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePaletteActsOnTheSelectionAndFindsNumbers(Language language) {
        open(language);
        focus(0, "e164");
        press(KeyCode.SHIFT, KeyCode.DOWN);
        press(KeyCode.SHORTCUT, KeyCode.K);
        write(desk.texts().get("bulk.tag"));
        quiet();
        press(KeyCode.ENTER);
        write("rappel");
        press(KeyCode.ENTER);
        assertTrue(isShown(desk.texts().count("bulk.changing", 2)), () -> texts().toString());
        press(KeyCode.ENTER);
        assertEquals("op.tag", undoes());

        var wanted = FieldText.number(String.valueOf(value(30, "e164")));
        press(KeyCode.SHORTCUT, KeyCode.K);
        write(wanted);
        await("the number", () -> isShown(wanted));
        quiet();
        press(KeyCode.ENTER);
        await("it alone", () -> table().getItems().size() == 1);
        assertEquals(
                wanted,
                FieldText.number(onFx(() -> table().getItems().getFirst()).row().label()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void rowsAndLettersAreMadeBiggerByKeys(Language language) {
        open(language);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
        assertEquals(
                RowHeight.COMFORTABLE, onFx(() -> desk.look().densityProperty().get()));
        assertEquals(40, onFx(() -> table().getFixedCellSize()));
        press(KeyCode.SHORTCUT, KeyCode.PLUS);
        press(KeyCode.SHORTCUT, KeyCode.PLUS);
        assertEquals(48, onFx(() -> table().getFixedCellSize()));
        press(KeyCode.SHORTCUT, KeyCode.DIGIT0);
        assertEquals(100, onFx(() -> desk.look().zoomProperty().get()));
    }
}

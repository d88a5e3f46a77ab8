package cadran.desktop.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.edit.OpenStore;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An organisation's own fields in the list of its numbers, by keys alone. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class OwnFieldsScreensTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Role role, Language language, int numbers, Row... fields) {
        profile = OpenProfile.withNumbers(folder, role, numbers);
        for (var field : fields) {
            profile.open.run(TestOp.adding(field));
        }
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
    }

    static Row field(String name, String kind, @Nullable String choices) {
        var values = new LinkedHashMap<String, Object>();
        values.put("name", name);
        values.put("kind", kind);
        values.put("active", true);
        if (choices != null) {
            values.put("choices", choices);
        }
        return OpenStore.row(OwnField.TYPE, values);
    }

    private Row give(Row number, Row field, String in, Object value) {
        var row = OpenStore.row(OwnValue.TYPE, Map.of("didId", number.id(), "fieldId", field.id(), in, value));
        profile.open.run(TestOp.adding(row));
        return row;
    }

    private List<GridRow> numbers() {
        return profile.workspace.rows().list(Query.of(Did.TYPE));
    }

    private List<Row> values() {
        return profile.workspace.rows().list(Query.unordered(OwnValue.TYPE)).stream()
                .map(GridRow::row)
                .toList();
    }

    private void focus(Row number) {
        onFx(() -> desk.navigator().open("numbers", number.id().toString()));
        quiet();
        press(KeyCode.DOWN);
    }

    /** The form of a number is longer than the window. */
    private void enter(Row field, String typed) {
        onFx(() -> byId("field-own-" + field.id()).requestFocus());
        settle();
        write(typed);
        press(KeyCode.ENTER);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNumberHasThemInItsFormAndItsDetail(Language language) {
        var rank = field("Rang interne", "NUMBER", null);
        open(Role.TELECOM, language, 40, rank, field("Échéance", "DATE", null));
        var number = numbers().getFirst().row();
        focus(number);
        press(KeyCode.SHORTCUT, KeyCode.E);
        enter(rank, language == Language.FRENCH ? "1 234,5" : "1,234.5");
        assertFalse(desk.modals().openProperty().get(), () -> texts().toString());
        var value = values().getFirst();
        assertEquals(
                0, new BigDecimal("1234.5").compareTo((BigDecimal) Objects.requireNonNull(value.get("numberValue"))));
        assertEquals(number.id(), value.reference("didId"));
        assertTrue(isShown("Rang interne"), () -> texts().toString());
        assertTrue(isShown(desk.texts().formats().decimal(new BigDecimal("1234.5"))), () -> texts().toString());
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(List.of(), values());
    }

    @Test
    void whatIsNoNumberIsToldAtItsInput() {
        var rank = field("Rang", "NUMBER", null);
        open(Role.TELECOM, Language.FRENCH, 40, rank);
        focus(numbers().getFirst().row());
        press(KeyCode.SHORTCUT, KeyCode.E);
        enter(rank, "beaucoup");
        assertTrue(desk.modals().openProperty().get());
        assertEquals(List.of(), values());
    }

    @Test
    void oneIsAColumnThatIsEditedInPlace() {
        var remark = field("Commentaire", "TEXT", null);
        open(Role.TELECOM, Language.ENGLISH, 40, remark);
        var number = numbers().get(1).row();
        @SuppressWarnings("unchecked")
        var table = (TableView<GridRow>) one(TableView.class);
        onFx(() -> {
            var column = table.getColumns().stream()
                    .filter(each -> ("own-" + remark.id()).equals(each.getId()))
                    .findFirst()
                    .orElseThrow();
            assertFalse(column.isVisible(), "until somebody asks for it");
            assertEquals("Commentaire", column.getText());
            column.setVisible(true);
        });
        quiet();
        onFx(() -> {
            var column = table.getColumns().stream()
                    .filter(each -> ("own-" + remark.id()).equals(each.getId()))
                    .findFirst()
                    .orElseThrow();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(1, column);
            table.getFocusModel().focus(1, column);
            table.scrollToColumn(column);
        });
        quiet();
        write("Front desk");
        press(KeyCode.ENTER);
        await("saved", () -> !values().isEmpty());
        assertEquals("Front desk", values().getFirst().text("textValue"));
        assertEquals(number.id(), values().getFirst().reference("didId"));
        assertTrue(isShown("Front desk"), () -> texts().toString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void manyGetOneAfterALookAndLoseItInOneUndo(Language language) {
        var remark = field("Commentaire", "TEXT", null);
        open(Role.TELECOM, language, 40, remark);
        give(numbers().get(1).row(), remark, "textValue", "Vieux");
        press(KeyCode.SHORTCUT, KeyCode.F);
        press(KeyCode.DOWN);
        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.O);
        click(byId("field-own-" + remark.id()));
        write("Neuf");
        press(KeyCode.ENTER);
        assertTrue(isShown(desk.texts().count("bulk.changing", 40)), () -> texts().toString());
        assertTrue(isShown(text -> text.contains("Vieux") && text.contains("Neuf")), () -> texts().toString());
        assertEquals(1, values().size(), "only shown so far");
        press(KeyCode.ENTER);
        assertEquals(
                40,
                values().stream()
                        .filter(row -> "Neuf".equals(row.text("textValue")))
                        .count());
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(1, values().size());
        assertEquals("Vieux", values().getFirst().text("textValue"));
    }

    @Test
    void theyGoWithTheirNumberAndComeBackWithIt() {
        var remark = field("Commentaire", "TEXT", null);
        open(Role.TELECOM, Language.FRENCH, 40, remark);
        var number = numbers().stream()
                .map(GridRow::row)
                .filter(row ->
                        profile.workspace.rows().referrers(Did.TYPE, row.id()).isEmpty())
                .findFirst()
                .orElseThrow();
        give(number, remark, "textValue", "Accueil");
        focus(number);
        press(KeyCode.SHORTCUT, KeyCode.DELETE);
        assertNull(profile.workspace.rows().find(Did.TYPE, number.id()), () -> texts().toString());
        assertEquals(List.of(), values());
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(1, values().size());
        assertTrue(profile.workspace.rows().find(Did.TYPE, number.id()) != null);
    }

    @Test
    void onlyAnAdministratorDefinesThem() {
        open(Role.TELECOM, Language.FRENCH, 40);
        onFx(() -> desk.navigator().open("own-fields"));
        quiet();
        assertFalse(isShown(desk.texts().get("entity.own_field.add")));
    }

    @Test
    void anAdministratorDefinesOneAndNumbersHaveItAtOnce() {
        open(Role.ADMIN, Language.FRENCH, 40);
        onFx(() -> desk.navigator().open("own-fields"));
        quiet();
        press(KeyCode.SHORTCUT, KeyCode.N);
        write("Étage");
        type(KeyCode.TAB);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        var made = profile.workspace.rows().list(Query.of(OwnField.TYPE));
        assertEquals("Étage", made.getFirst().row().text("name"), () -> texts().toString());
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
        press(KeyCode.DOWN);
        assertTrue(isShown("Étage"), () -> texts().toString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void oneWithValuesIsDeletedAfterSayingWhatIsLostAndComesBackWithThem(Language language) {
        var remark = field("Commentaire", "TEXT", null);
        open(Role.ADMIN, language, 40, remark);
        give(numbers().get(0).row(), remark, "textValue", "Un");
        give(numbers().get(1).row(), remark, "textValue", "Deux");
        onFx(() -> desk.navigator().open("own-fields", remark.id().toString()));
        quiet();
        press(KeyCode.DOWN);
        press(KeyCode.SHORTCUT, KeyCode.DELETE);
        assertTrue(
                isShown(text -> text.contains(desk.texts().count("entity.own_value.count", 2))),
                () -> texts().toString());
        assertEquals(2, values().size(), "only asked so far");
        press(KeyCode.ESCAPE);
        assertEquals(2, values().size());
        press(KeyCode.SHORTCUT, KeyCode.DELETE);
        click(byText(desk.texts().get("table.along.verb")));
        quiet();
        assertEquals(List.of(), values());
        assertNull(profile.workspace.rows().find(OwnField.TYPE, remark.id()));
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(2, values().size());
        assertTrue(profile.workspace.rows().find(OwnField.TYPE, remark.id()) != null);
    }
}

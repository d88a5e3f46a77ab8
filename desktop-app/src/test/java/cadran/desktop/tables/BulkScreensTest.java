package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.bulk.BulkOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // set at the start of each test
class BulkScreensTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Language language, int numbers) {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, numbers);
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
    }

    /** In the order of the grid. */
    private List<Row> numbers() {
        return profile.workspace.rows().list(Query.of(Did.TYPE)).stream()
                .map(GridRow::row)
                .toList();
    }

    private List<@Nullable Object> values(String field) {
        return numbers().stream().<@Nullable Object>map(row -> row.get(field)).toList();
    }

    private void focus(int row, String column) {
        onFx(() -> {
            @SuppressWarnings("unchecked")
            var table = (TableView<GridRow>) one(TableView.class);
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

    private void extend(int rows) {
        for (int i = 0; i < rows; i++) {
            type(KeyCode.SHIFT, KeyCode.DOWN);
        }
    }

    private void set(List<Row> rows, String field, Object value) {
        profile.workspace.edits().run(BulkOp.setting("op.edit", Did.TYPE, rows, row -> Map.of(field, value)));
        quiet();
    }

    /** Edits of numbers; a price has its line in the price list beside. */
    private long saved() {
        return profile.open.store.outbox().unanswered(Integer.MAX_VALUE).stream()
                .filter(each -> each.operation().intent().entity().equals(Did.TYPE.name()))
                .count();
    }

    private String undo() {
        return Objects.requireNonNull(profile.workspace.edits().history().undoLabel())
                .key();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thirtySevenCostsFromASpreadsheetAreOneEditAndOneUndo(Language language) {
        open(language, 60);
        var before = values("monthlyCost");
        var cost = new BigDecimal("1.35");
        assertFalse(before.contains(cost), "the test changes all of them");
        long outbox = saved();
        var typed = language == Language.FRENCH ? "1,35" : "1.35";
        clipboard.put(String.join("\r\n", Collections.nCopies(37, typed)) + "\r\n");
        focus(5, "monthlyCost");
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertTrue(isShown(desk.texts().count("bulk.changing", 37)), () -> texts().toString());
        assertEquals(outbox, saved(), "only shown so far");
        press(KeyCode.ENTER);
        var expected = IntStream.range(0, before.size())
                .<@Nullable Object>mapToObj(i -> i >= 5 && i < 42 ? cost : before.get(i))
                .toList();
        assertEquals(expected, values("monthlyCost"));
        assertEquals(outbox + 37, saved());
        assertEquals("op.paste", undo());
        assertTrue(isShown(text -> text.contains("37")), () -> texts().toString());
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, values("monthlyCost"));
    }

    @Test
    void fiveHundredAreTaggedExceptThoseThatAreFull() {
        open(Language.FRENCH, 500);
        var full = IntStream.range(0, 30).mapToObj(i -> "mot%02d".formatted(i)).collect(Collectors.joining(","));
        set(numbers().subList(100, 120), "tags", full);
        focus(0, "e164");
        press(KeyCode.SHORTCUT, KeyCode.A);
        assertTrue(
                isShown("Sélection\u00a0: 500\u00a0numéros") || isShown("Sélection\u00a0: 500 numéros"),
                () -> texts().toString());
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        write("Essai");
        press(KeyCode.ENTER);
        assertTrue(isShown("20 impossibles"), () -> texts().toString());
        assertTrue(isShown("480 à changer"), () -> texts().toString());
        assertTrue(isShown(
                text -> text.contains(desk.texts().get("problem.field.too_many").replace("{max}", "30"))));
        press(KeyCode.ENTER);
        assertEquals(480, tagged());
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(0, tagged());
    }

    private long tagged() {
        return numbers().stream()
                .filter(row -> String.valueOf(row.text("tags")).contains("essai"))
                .count();
    }

    @Test
    void theBarIsThereOnlyForSeveralAndEscapeTakesThemBack() {
        open(Language.FRENCH, 20);
        focus(2, "description");
        assertFalse(isShown(text -> text.startsWith("Sélection")));
        extend(2);
        assertTrue(isShown(text -> text.startsWith("Sélection\u00a0: 3")), () -> texts().toString());
        assertFalse(isShown(desk.texts().get("table.edit")), "commands on one row rest");
        press(KeyCode.ESCAPE);
        assertFalse(isShown(text -> text.startsWith("Sélection")));
        assertTrue(isShown(desk.texts().get("table.edit")));
    }

    @Test
    void onlyTouchedFieldsChange() {
        open(Language.FRENCH, 20);
        var before = numbers();
        focus(0, "e164");
        extend(3);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
        press(KeyCode.ENTER);
        assertTrue(isShown(desk.texts().get("problem.bulk.nothing_touched")), () -> texts().toString());
        onFx(() -> byId("field-carrierReference").requestFocus());
        write("R-1");
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        var after = numbers();
        for (int i = 0; i < before.size(); i++) {
            var expected = i < 4 ? before.get(i).with("carrierReference", "R-1") : before.get(i);
            assertEquals(expected.values(), after.get(i).values());
        }
        assertEquals("op.edit", undo());
    }

    @Test
    void copiedCellsAreASpreadsheetsAndComeBackUnchanged() {
        open(Language.FRENCH, 20);
        set(numbers().subList(0, 3), "monthlyCost", new BigDecimal("1234.5"));
        focus(0, "monthlyCost");
        extend(2);
        press(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals("1234,5\n1234,5\n1234,5", clipboard.text());
        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.SHORTCUT, KeyCode.C);
        var lines = clipboard.text().lines().toList();
        assertEquals(21, lines.size());
        assertTrue(lines.getFirst().startsWith(desk.texts().get("field.e164") + "\t"), lines::getFirst);
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertTrue(isShown("20 déjà ainsi"), () -> texts().toString());
        assertTrue(isShown("0 à changer"), () -> texts().toString());
    }

    @Test
    void whatIsOnlyShownTakesNothingAndThatIsTold() {
        open(Language.FRENCH, 20);
        DataGrid<?> grid = one(DataGrid.class);
        onFx(() -> grid.columnLayout().showColumns(List.of("e164", "nationalNumber", "monthlyCost")));
        focus(0, "nationalNumber");
        clipboard.put("0144000000\t2,40");
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertTrue(isShown("1 à changer"), () -> texts().toString());
        assertTrue(isShown(desk.texts().count("paste.left", 1)), () -> texts().toString());
        press(KeyCode.ENTER);
        assertEquals(new BigDecimal("2.40"), values("monthlyCost").getFirst());
    }

    /** What a spreadsheet makes of numbers is still the number; another one is refused, and a status has its own command. */
    @Test
    void eachPastedLineGetsItsVerdict() {
        open(Language.FRENCH, 20);
        var rows = numbers();
        var robbed = Objects.requireNonNull(rows.get(0).text("e164")).substring(1);
        var other = rows.get(5).text("e164");
        clipboard.put("%s\nn’importe quoi\n%s".formatted(robbed, other));
        focus(0, "e164");
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertTrue(isShown("2 impossibles"), () -> texts().toString());
        assertTrue(isShown("1 déjà ainsi"), () -> texts().toString());
        assertTrue(isShown(text -> text.contains(desk.texts().get("problem.field.immutable"))));
        press(KeyCode.ESCAPE);
        clipboard.put("2,10\nabc\n2,20\n2,30");
        focus(18, "monthlyCost");
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertTrue(isShown("3 impossibles"), () -> texts().toString());
        assertTrue(isShown(text -> text.contains(desk.texts().get("problem.field.not_a_number"))));
        assertTrue(isShown(desk.texts().get("problem.paste.no_row")));
        press(KeyCode.ENTER);
        assertEquals(new BigDecimal("2.10"), values("monthlyCost").get(18));
        assertEquals(rows.get(19).get("monthlyCost"), values("monthlyCost").get(19));
    }

    @Test
    void oneValueFillsTheSelectionAndTheFirstFillsDown() {
        open(Language.FRENCH, 20);
        clipboard.put("9,99");
        focus(3, "monthlyCost");
        extend(4);
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertTrue(isShown("5 à changer"), () -> texts().toString());
        press(KeyCode.ENTER);
        var cost = new BigDecimal("9.99");
        assertEquals(Collections.nCopies(5, cost), values("monthlyCost").subList(3, 8));
        focus(7, "monthlyCost");
        extend(3);
        press(KeyCode.SHORTCUT, KeyCode.D);
        assertEquals(Collections.nCopies(4, cost), values("monthlyCost").subList(7, 11));
        assertEquals("op.fill", undo());
        press(KeyCode.SHORTCUT, KeyCode.Z);
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertFalse(values("monthlyCost").contains(cost));
    }

    @Test
    void manyGoToOneCustomerAndThoseThatCannotSayWhy() {
        open(Language.FRENCH, 60);
        var before = numbers();
        var customer = profile.workspace
                .rows()
                .list(Query.of(Customer.TYPE))
                .getFirst()
                .row();
        long terminated = before.stream()
                .filter(row -> "TERMINATED".equals(row.text("status")))
                .count();
        assertTrue(terminated > 0);
        focus(0, "e164");
        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        click(byId("field-customerId"));
        write(Objects.requireNonNull(customer.text("name")).substring(0, 6));
        quiet();
        await("choices", () -> javafx.stage.Window.getWindows().size() > 1);
        type(KeyCode.ENTER);
        press(KeyCode.ENTER);
        assertTrue(isShown(text -> text.contains("Résilié\u202f» à «\u202fAffecté")), () -> texts().toString());
        press(KeyCode.ENTER);
        var after = numbers();
        assertTrue(after.stream()
                        .filter(row -> customer.id().equals(row.get("customerId")))
                        .count()
                > before.stream()
                        .filter(row -> customer.id().equals(row.get("customerId")))
                        .count());
        assertEquals(
                terminated,
                after.stream()
                        .filter(row -> "TERMINATED".equals(row.text("status")))
                        .count());
        assertEquals("op.number.move", undo());
    }

    @Test
    void whoMayOnlyReadCopiesAndPastesNothing() {
        profile = OpenProfile.withNumbers(folder, Role.VIEWER, 20);
        desk = desk(Language.FRENCH);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
        clipboard.put("9,99");
        focus(0, "monthlyCost");
        extend(1);
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertFalse(desk.modals().openProperty().get());
        press(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals(2, clipboard.text().lines().count());
    }
}

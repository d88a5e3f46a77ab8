package cadran.desktop.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.bulk.BulkOp;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody hears of the number in focus who goes through its detail by the keyboard. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class NumberReadAloudTest extends UiTest {
    /** Roles that a screen reader passes over, whatever they say. */
    private static final Set<AccessibleRole> UNHEARD = Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Language language) {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, 60);
        var number = focusedNumber().row();
        var campaign = profile.workspace
                .rows()
                .list(Query.of(Campaign.TYPE).where(new Filter.Is("customerId", number.get("customerId"))))
                .getFirst()
                .row();
        profile.open.run(TestOp.adding(Assignment.TYPE.row(
                new Assignment(
                        OpenStore.id(),
                        number.id(),
                        campaign.id(),
                        profile.workspace.today().minusDays(3),
                        null,
                        true,
                        true,
                        null,
                        null),
                OpenStore.ORGANISATION)));
        profile.settled();
        profile.workspace
                .edits()
                .run(BulkOp.setting(
                        "op.edit",
                        Did.TYPE,
                        List.of(number),
                        row -> Map.of("tags", "vip", "notes", "À garder", "contractHolder", "Durand et Fils")));
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
        type(KeyCode.SHORTCUT, KeyCode.F);
        write(FieldText.number(number.label()));
        quiet();
        await("it alone", () -> one(TableView.class).getItems().size() == 1);
        type(KeyCode.ENTER);
        quiet();
    }

    private GridRow focusedNumber() {
        return profile.workspace
                .rows()
                .list(Query.of(Did.TYPE).where(new Filter.Is("status", "IN_USE")))
                .getFirst();
    }

    private static boolean isIn(Node node, String styleClass) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(styleClass)) {
                return true;
            }
        }
        return false;
    }

    private static String heard(Node node) {
        var text = node.getAccessibleText();
        return text != null ? text : node instanceof Labeled labeled ? String.valueOf(labeled.getText()) : "";
    }

    /** From the list into the detail by one key, then by Tab to its end. */
    private List<String> readThrough() {
        type(KeyCode.F6);
        var heard = new ArrayList<String>();
        var passed = new HashSet<Node>();
        for (var node = focused(); node != null && isIn(node, "detail-column") && passed.add(node); node = focused()) {
            var at = node;
            assertFalse(UNHEARD.contains(at.getAccessibleRole()), () -> at + " is passed over: " + heard(at));
            heard.add(onFx(() -> heard(at)));
            assertFalse(heard.getLast().isBlank(), () -> at + " says nothing, after " + heard);
            type(KeyCode.TAB);
        }
        return heard;
    }

    private String line(String key, String value) {
        return desk.texts().get("detail.line", "name", desk.texts().get(key), "value", value);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingOfANumberIsHeardInTheOrderOfTheScreen(Language language) {
        open(language);
        var row = focusedNumber();
        var heard = readThrough();
        var expected = new ArrayList<String>();
        expected.add(line("row.state", desk.texts().get("row.state.queued")));
        expected.add(line("field.e164", FieldText.number(row.row().label())));
        for (var field : List.of("status", "customerId", "regionId", "typeId", "carrierId", "tags", "notes")) {
            expected.add(line("field." + field, FieldText.shown(desk.texts(), row, Did.TYPE.field(field))));
        }
        expected.add(line("field.contractHolder", "Durand et Fils"));
        expected.add(line("plan.e164", row.row().label()));
        expected.add(line(
                "field.monthlyCost",
                desk.texts()
                        .formats()
                        .money((BigDecimal) Objects.requireNonNull(row.row().get("monthlyCost")), "EUR")));
        var places = expected.stream().map(heard::indexOf).toList();
        assertFalse(
                places.contains(-1),
                () -> "missing: "
                        + expected.stream()
                                .filter(each -> !heard.contains(each))
                                .toList() + " in " + heard);
        assertTrue(places.getFirst() < places.get(1) && places.get(1) < places.get(2), heard::toString);
        var campaign = profile.workspace
                .rows()
                .list(Query.of(Campaign.TYPE)
                        .where(new Filter.Is("customerId", row.row().get("customerId"))))
                .getFirst()
                .row()
                .label();
        assertTrue(heard.stream().anyMatch(each -> each.startsWith(campaign)), heard::toString);
        assertTrue(
                heard.stream().anyMatch(each -> each.contains("À garder") && !each.startsWith("Notes")),
                () -> "its history: " + heard);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void oneKeyGoesRoundTheWindowAndBackToWhereOneWas(Language language) {
        open(language);
        var grid = Objects.requireNonNull(focused());
        type(KeyCode.F6);
        type(KeyCode.TAB);
        var line = Objects.requireNonNull(focused());
        assertTrue(isIn(line, "detail-column"));
        type(KeyCode.F6);
        assertEquals("nav-numbers", Objects.requireNonNull(focused()).getId(), "where the navigation stands");
        type(KeyCode.F6);
        assertEquals(grid, focused());
        type(KeyCode.F6);
        assertEquals(line, focused());
    }
}

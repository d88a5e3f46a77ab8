package cadran.desktop.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Numbers;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.Region;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // set at the start of each test
class DashboardTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(OpenProfile opened, Language language) {
        profile = opened;
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        home();
    }

    private void home() {
        onFx(() -> desk.navigator().open("home"));
        quiet();
    }

    private long count(Query query) {
        return profile.workspace.rows().count(query);
    }

    private List<Row> rows(Query query) {
        return profile.workspace.rows().list(query).stream()
                .map(row -> row.row())
                .toList();
    }

    private TableView<?> table() {
        return (TableView<?>) byClass("grid");
    }

    private long listed() {
        return onFx(() -> (long) table().getItems().size());
    }

    private String filterLine() {
        return onFx(() -> ((TextField) byId("filter")).getText());
    }

    private List<Bar> bars(String list) {
        var bars = new ArrayList<Bar>();
        onFx(() -> ((BarList) byId(list)).getChildren().forEach(bar -> bars.add((Bar) bar)));
        return bars;
    }

    private void furnish() {
        Levels.set(profile, "GEO", "IDF", 5_000);
        Levels.set(profile, "MOBILE", null, 5_000);
        new Work(profile).assign(40);
    }

    /** Nobody must find another number of rows than the figure that they clicked on. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLineLeadsToAsManyRowsAsItSays(Language language) {
        open(OpenProfile.withNumbers(folder, Role.ADMIN, 2_000), language);
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
        furnish();
        home();
        var rows = profile.workspace.rows();
        var overview = new OverviewReader(profile.workspace).read(90);
        var slices = new Slices(desk.texts(), overview);
        var money = new CostSlices(desk.texts(), overview);
        var charts = List.of(
                slices.stands(),
                slices.regions(),
                slices.carriers(),
                slices.customers(),
                slices.rests(),
                slices.lowStock(),
                slices.campaigns(),
                money.customers(),
                money.unused());
        for (var chart : charts) {
            assertFalse(chart.isEmpty());
            for (var slice : chart) {
                var line = slice.target().line().apply(new Lines(desk.texts(), rows));
                onFx(() -> desk.navigator().find(slice.target().list(), line));
                quiet();
                assertEquals(slice.count(), listed(), slice.told() + ": " + line);
                assertEquals(line, filterLine());
            }
        }
        assertTrue(slices.customers().stream().anyMatch(slice -> slice.id().equals("others")));
        assertTrue(money.customers().stream().anyMatch(slice -> slice.id().startsWith("others")));
    }

    @Test
    void countsAgreeWithTheNumbersThemselves() {
        open(OpenProfile.withNumbers(folder, Role.ADMIN, 400), Language.FRENCH);
        furnish();
        var today = profile.workspace.today();
        var overview = new OverviewReader(profile.workspace).read(90);
        var all = rows(Query.of(Did.TYPE));
        for (var status : List.of(DidStatus.ORDERED, DidStatus.ASSIGNED, DidStatus.IN_USE, DidStatus.TERMINATED)) {
            assertEquals(
                    all.stream()
                            .filter(row -> status.name().equals(row.text("status")))
                            .count(),
                    overview.of(Stand.of(status)));
        }
        assertEquals(count(Numbers.all(Numbers.free(today))), overview.of(Stand.FREE));
        assertEquals(
                all.stream()
                        .filter(row -> "AVAILABLE".equals(row.text("status")))
                        .count(),
                overview.of(Stand.FREE) + overview.of(Stand.RESTING));
        for (var tally : overview.customers()) {
            var own = Numbers.all(
                    Numbers.notTerminated(),
                    new Filter.Is("customerId", tally.id().orElse(null)));
            assertEquals(count(own), tally.total());
        }
        assertEquals(
                overview.live(),
                overview.costs().stream().mapToLong(Overview.Cost::count).sum());
        assertEquals(
                40,
                overview.running().values().stream().mapToLong(Long::longValue).sum());
    }

    /** By keys alone, to a list and back to where one was. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void aLineIsOpenedByEnter(Language language) {
        open(OpenProfile.withNumbers(folder, Role.VIEWER, 400), language);
        assertEquals("home-total", Objects.requireNonNull(focused()).getId());
        for (int i = 0; i < 5; i++) {
            type(KeyCode.TAB);
        }
        type(KeyCode.DOWN);
        type(KeyCode.DOWN);
        var bar = (Bar) Objects.requireNonNull(focused());
        assertEquals("ASSIGNED", bar.slice().id());
        assertEquals(bar.slice().told(), onFx(bar::getAccessibleText));
        type(KeyCode.ENTER);
        quiet();
        assertEquals(bar.slice().count(), listed());
        assertEquals(language == Language.FRENCH ? "statut:affecté" : "status:assigned", filterLine());
        home();
        assertSame(bar, focused());
    }

    @Test
    void figuresFollowAnEditAndWhatHasTheFocusKeepsIt() {
        open(OpenProfile.withNumbers(folder, Role.ADMIN, 200), Language.FRENCH);
        var free = bars("home-stands").getFirst();
        onFx(free::requestFocus);
        long before = free.slice().count();
        var number = rows(Numbers.all(Numbers.free(profile.workspace.today()))).getFirst();
        profile.open.run(new Intent.Move("did", number.id(), "status", "TERMINATED", Map.of()));
        await("one less", () -> free.slice().count() == before - 1);
        assertSame(free, focused());
        assertSame(free, bars("home-stands").getFirst());
    }

    /** From nothing set to what is missing, all by keys; the edit is undone like any other. */
    @Test
    void aLevelIsSetWhereItIsMissed() {
        open(OpenProfile.withNumbers(folder, Role.TELECOM, 200), Language.FRENCH);
        assertTrue(isShown(desk.texts().get("home.low.none")));
        onFx(() -> byText(desk.texts().get("entity.stock_level.add")).requestFocus());
        type(KeyCode.SPACE);
        quiet();
        pick("field-typeId", "Géographique");
        pick("field-regionId", "Île-de-France");
        click(byId("field-minimum"));
        write("0");
        type(KeyCode.ENTER);
        quiet();
        assertTrue(isShown(desk.texts().get("problem.stock.no_minimum")), () -> texts().toString());
        type(KeyCode.SHORTCUT, KeyCode.A);
        write("500");
        type(KeyCode.ENTER);
        quiet();
        assertFalse(desk.modals().openProperty().get(), () -> texts().toString());
        await("what is missing", () -> isShown(text -> text.startsWith("manque ")));
        var slice = bars("home-low").getFirst().slice();
        long free = count(Numbers.all(
                Numbers.free(profile.workspace.today()),
                new Filter.Is("typeId", id("GEO")),
                new Filter.Is("regionId", region("IDF"))));
        assertEquals(free, slice.count());
        assertEquals("manque " + (500 - free), slice.shown());

        type(KeyCode.SHORTCUT, KeyCode.Z);
        await("undone", () -> isShown(desk.texts().get("home.low.none")));
    }

    private UUID id(String type) {
        return Levels.id(profile, NumberType.TYPE, type);
    }

    private UUID region(String code) {
        return Levels.id(profile, Region.TYPE, code);
    }

    private void pick(String field, String typed) {
        click(byId(field));
        write(typed);
        quiet();
        await("choices of " + field, () -> Window.getWindows().size() > 1);
        type(KeyCode.ENTER);
        settle();
    }

    @Test
    void whoMayOnlyReadSetsNoLevel() {
        open(OpenProfile.withNumbers(folder, Role.VIEWER, 200), Language.FRENCH);
        assertTrue(isShown(desk.texts().get("home.low.none.reader")));
        assertFalse(isShown(desk.texts().get("entity.stock_level.add")));
        var home = onFx(() -> profile.features(desk)).getFirst();
        assertEquals(Permission.INVENTORY_READ, home.permission());
    }

    @Test
    void anEmptyOrganisationHasAFirstStep() {
        open(OpenProfile.in(folder, Role.TELECOM), Language.FRENCH);
        assertTrue(isShown(desk.texts().get("home.empty")));
        type(KeyCode.SPACE);
        quiet();
        assertNotNull(byId("filter"));
    }

    @Test
    void theTableOfCustomersSortsOpensAndGoesToASpreadsheet() {
        open(OpenProfile.withNumbers(folder, Role.VIEWER, 400), Language.FRENCH);
        type(KeyCode.SHORTCUT, KeyCode.K);
        write(desk.texts().get("home.show.customers"));
        type(KeyCode.ENTER);
        quiet();
        var lines = table().getItems();
        assertFalse(lines.isEmpty());
        type(KeyCode.SHORTCUT, KeyCode.A);
        type(KeyCode.SHORTCUT, KeyCode.C);
        var copied = clipboard.text().split("\n", -1);
        assertEquals(lines.size() + 1, copied.length);
        assertTrue(copied[0].startsWith("Client\tTotal\tDisponible\tAu repos\tAffecté\tUtilisé\tCommandé"), copied[0]);
        type(KeyCode.SHORTCUT, KeyCode.HOME);
        var first = (StandsTable.Line) onFx(() -> lines.getFirst());
        type(KeyCode.ENTER);
        quiet();
        assertEquals(first.tally().total(), listed(), filterLine());
    }

    @Test
    void daysOfNoUseAreChosenAndRemembered() {
        open(OpenProfile.withNumbers(folder, Role.VIEWER, 400), Language.FRENCH);
        Node month = byText("30 jours");
        onFx(month::requestFocus);
        type(KeyCode.SPACE);
        await("counted anew", () -> isShown(text -> text.contains("chez nous depuis plus de 30 jours")));
        assertEquals("30", desk.settings().get("home.unused-days").orElse(""));
        long shown = bars("home-unused").stream()
                .mapToLong(bar -> bar.slice().count())
                .sum();
        assertEquals(count(Numbers.all(Numbers.unused(profile.workspace.today(), 30))), shown);
    }
}

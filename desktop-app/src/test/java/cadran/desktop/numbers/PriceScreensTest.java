package cadran.desktop.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberPrice;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a number cost, costs and will cost: prices with the day from which they hold, entered by keys. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class PriceScreensTest extends UiTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private OpenProfile profile;
    private Desk desk;
    private Row did;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Role role, Language language) {
        profile = OpenProfile.withNumbers(folder, role, 100);
        did = profile.workspace
                .rows()
                .list(Query.of(Did.TYPE).where(new Filter.Is("status", "AVAILABLE")))
                .getFirst()
                .row();
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers", did.id().toString()));
        quiet();
        type(KeyCode.DOWN);
        quiet();
    }

    private List<NumberPrice> prices() {
        return profile.workspace.rows().pointingTo(NumberPrice.TYPE, NumberPrice.TYPE.field("didId"), did.id()).stream()
                .map(NumberPrice.TYPE::read)
                .toList();
    }

    private BigDecimal cost() {
        var now = Objects.requireNonNull(profile.workspace.rows().find(Did.TYPE, did.id()));
        return (BigDecimal) Objects.requireNonNull(now.get("monthlyCost"));
    }

    private void enter(String amount, String day) {
        type(KeyCode.SHORTCUT, KeyCode.K);
        write(desk.texts().get("price.add"));
        type(KeyCode.ENTER);
        quiet();
        onFx(() -> ((TextInputControl) byId("field-monthlyCost")).setText(amount));
        click(byId("field-startsOn"));
        type(KeyCode.SHORTCUT, KeyCode.A);
        write(day);
        type(KeyCode.ENTER);
        quiet();
    }

    @ParameterizedTest
    @CsvSource({"FRENCH, '1,35'", "ENGLISH, 1.35"})
    void aPriceOfALaterDayIsKeptForItAndTodaysStays(Language language, String amount) {
        open(Role.TELECOM, language);
        var before = cost();
        enter(amount, "01/12/2026");
        assertEquals(before, cost());
        var planned = prices().stream()
                .filter(price -> price.startsOn().equals(LocalDate.of(2026, 12, 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(texts().toString()));
        assertEquals(new BigDecimal("1.35"), planned.monthlyCost());
        // What it cost so far is in the list too: nobody has to remember it.
        assertTrue(prices().stream()
                .anyMatch(price -> before.compareTo(Objects.requireNonNull(price.monthlyCost())) == 0));
        var day = desk.texts().get("price.planned", "date", "01/12/2026");
        assertTrue(isShown(day), () -> texts().toString());
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals(List.of(), prices());
    }

    @Test
    void aPriceOfTodayIsWhatItCosts() {
        open(Role.TELECOM, Language.FRENCH);
        var before = cost();
        enter("2,50", "20/11/2026");
        assertEquals(new BigDecimal("2.50"), cost());
        assertTrue(isShown(
                desk.texts().get("price.today", "date", desk.texts().formats().date(TODAY))));
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals(before, cost());
    }

    @Test
    void aDayHasOnePriceAndNoneIsLessThanNothing() {
        open(Role.TELECOM, Language.FRENCH);
        enter("1,35", "01/12/2026");
        enter("1,40", "01/12/2026");
        assertTrue(isShown(desk.texts().problem(Problem.of("price.day_taken"))), () -> texts().toString());
        type(KeyCode.ESCAPE);
        enter("-1", "02/12/2026");
        assertTrue(isShown(desk.texts().problem(Problem.of("number.negative_cost"))), () -> texts().toString());
        type(KeyCode.ESCAPE);
        assertFalse(prices().stream().anyMatch(price -> price.startsOn().equals(LocalDate.of(2026, 12, 2))));
    }
}

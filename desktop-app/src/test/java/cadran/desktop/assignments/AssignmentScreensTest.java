package cadran.desktop.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers are given to campaigns and taken back, from either side. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class AssignmentScreensTest extends UiTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private OpenProfile profile;
    private Desk desk;
    private Row did;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Role role, Language language) {
        profile = OpenProfile.withNumbers(folder, role, 200);
        did = profile.workspace
                .rows()
                .list(Query.of(Did.TYPE).where(new Filter.Is("status", "ASSIGNED")))
                .getFirst()
                .row();
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
    }

    private void focus(Row row) {
        onFx(() -> desk.navigator().open(row.type().collection(), row.id().toString()));
        quiet();
        type(KeyCode.DOWN);
        quiet();
    }

    private Row campaign(String name, DialingMode mode, UUID customer) {
        var campaign = OpenStore.row(
                Campaign.TYPE,
                Map.of(
                        "customerId",
                        customer,
                        "code",
                        name.toUpperCase(Locale.ROOT),
                        "name",
                        name,
                        "dialingMode",
                        mode.name(),
                        "channel",
                        "VOICE",
                        "active",
                        true));
        profile.open.run(TestOp.adding(campaign));
        return campaign;
    }

    private UUID customer() {
        return Objects.requireNonNull(did.reference("customerId"));
    }

    /** Both ways, open-ended. */
    private Row running(Row campaign) {
        var running = OpenStore.row(
                Assignment.TYPE,
                Map.of(
                        "didId", did.id(),
                        "campaignId", campaign.id(),
                        "startsOn", TODAY.minusDays(9),
                        "inbound", true,
                        "outbound", true));
        profile.open.run(TestOp.adding(running));
        return running;
    }

    private List<Assignment> assignments() {
        return profile.workspace.rows().pointingTo(Assignment.TYPE, Assignment.TYPE.field("didId"), did.id()).stream()
                .map(Assignment.TYPE::read)
                .toList();
    }

    private Row now(Row row) {
        return Objects.requireNonNull(profile.workspace.rows().find(row.type(), row.id()));
    }

    private void begin() {
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.I);
        quiet();
    }

    private void pick(String field, String typed) {
        click(byId(field));
        write(typed);
        quiet();
        await("choices of " + field, () -> Window.getWindows().size() > 1);
        type(KeyCode.ENTER);
        quiet();
    }

    private String told(String id) {
        return onFx(() -> ((Label) byId(id)).getText());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNumberIsGivenToACampaignWithTheVerdictOnItsUseAndTakenBack(Language language) {
        open(Role.TELECOM, language);
        var texts = desk.texts();
        campaign("Prospection", DialingMode.ROBOT, customer());
        focus(did);
        begin();
        pick("field-campaignId", "Prospection");
        assertTrue(told("assignment-use").startsWith(texts.get("use.verdict.forbidden")), () -> texts().toString());
        assertEquals("", told("assignment-overlap"));
        type(KeyCode.ENTER);
        quiet();
        assertEquals("IN_USE", now(did).text("status"), () -> texts().toString());
        assertEquals(1, assignments().size());
        // It stands beside the number, with what the law says of it.
        assertTrue(isShown("Prospection"), () -> texts().toString());
        assertTrue(isShown(texts.get("use.verdict.forbidden")), () -> texts().toString());
        assertTrue(isShown(texts.get(
                "assignment.open", "from", texts.formats().date(TODAY), "direction", texts.get("assignment.both"))));
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals("ASSIGNED", now(did).text("status"));
        assertEquals(List.of(), assignments());
    }

    @ParameterizedTest
    @CsvSource({
        // what else it shall carry: in, out
        "true, true",
        "true, false",
        "false, true",
    })
    void aSecondOfTheSameDirectionIsDoubtedAndNotRefused(boolean inbound, boolean outbound) {
        open(Role.TELECOM, Language.FRENCH);
        running(campaign("Accueil", DialingMode.MANUAL, customer()));
        campaign("Relances", DialingMode.MANUAL, customer());
        focus(did);
        begin();
        pick("field-campaignId", "Relances");
        onFx(() -> {
            ((CheckBox) byId("field-inbound")).setSelected(inbound);
            ((CheckBox) byId("field-outbound")).setSelected(outbound);
        });
        quiet();
        assertEquals(desk.texts().count("assignment.overlap", 1), told("assignment-overlap"));
        click(byId("field-alias"));
        write("Ligne 2");
        type(KeyCode.ENTER);
        quiet();
        var made = assignments().stream()
                .filter(each -> "Ligne 2".equals(each.alias()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(texts().toString()));
        assertEquals(List.of(inbound, outbound), List.of(made.inbound(), made.outbound()));
        assertEquals(2, assignments().size());
    }

    @Test
    void oneOfTheOtherDirectionIsNoDoubt() {
        open(Role.TELECOM, Language.FRENCH);
        var inOnly = running(campaign("Accueil", DialingMode.MANUAL, customer()));
        profile.open.run(TestOp.changing(Assignment.TYPE, inOnly.id(), "outbound", true, false));
        campaign("Relances", DialingMode.MANUAL, customer());
        focus(did);
        begin();
        pick("field-campaignId", "Relances");
        assertFalse(told("assignment-overlap").isEmpty());
        onFx(() -> ((CheckBox) byId("field-inbound")).setSelected(false));
        quiet();
        assertEquals("", told("assignment-overlap"));
    }

    @Test
    void aCampaignShowsItsNumbersAndTakesMoreOfItsCustomersOnly() {
        open(Role.TELECOM, Language.FRENCH);
        var accueil = campaign("Accueil", DialingMode.MANUAL, customer());
        running(accueil);
        focus(accueil);
        var shown = FieldText.number(String.valueOf(did.text("e164")));
        assertTrue(isShown(shown), () -> texts().toString());
        begin();
        var other = profile.workspace
                .rows()
                .list(Query.of(Did.TYPE)
                        .where(List.of(
                                new Filter.Is("status", "ASSIGNED"),
                                new Filter.Not(new Filter.Is("customerId", customer())))))
                .getFirst()
                .row();
        pick("field-didId", String.valueOf(other.text("e164")));
        type(KeyCode.ENTER);
        quiet();
        assertTrue(desk.modals().openProperty().get());
        var reason = desk.texts().problem(Problem.of("assignment.other_customer"));
        assertTrue(isShown(reason), () -> texts().toString());
        type(KeyCode.ESCAPE);
    }

    @Test
    void itEndsByItsCrossAfterALastDay() {
        open(Role.TELECOM, Language.FRENCH);
        var running = running(campaign("Accueil", DialingMode.MANUAL, customer()));
        focus(did);
        onFx(() -> byAccessibleText(desk.texts().get("assignment.end")).fire());
        quiet();
        type(KeyCode.ENTER);
        quiet();
        assertEquals(TODAY, now(running).get("endsOn"), () -> texts().toString());
        assertTrue(isShown(text -> text.startsWith("Du 11/11/2026 au 20/11/2026")), () -> texts().toString());
    }

    private ButtonBase byAccessibleText(String text) {
        return (ButtonBase) Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".button").stream())
                .filter(node -> text.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoMayOnlyReadGivesNothing() {
        open(Role.VIEWER, Language.FRENCH);
        focus(did);
        begin();
        assertFalse(desk.modals().openProperty().get());
        assertFalse(onFx(() -> Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".button").stream())
                .anyMatch(node -> node instanceof Labeled button
                        && desk.texts().get("assignment.begin").equals(button.getText()))));
    }
}

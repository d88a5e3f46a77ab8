package cadran.desktop.conflicts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.organisations.Role;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConflictsTest extends UiTest {
    private OpenProfile profile;
    private Meetings meetings;
    private Desk desk;

    @BeforeEach
    void prepare() {
        profile = closing(OpenProfile.withNumbers(folder, Role.ADMIN, 200));
        meetings = new Meetings(profile);
        desk = desk(Language.FRENCH);
    }

    private void open(Language language) {
        onFx(() -> desk.texts().languageProperty().set(language));
        var features = onFx(() -> profile.features(desk));
        features.stream()
                .map(feature -> feature.waiting())
                .filter(Objects::nonNull)
                .forEach(waiting -> onFx(() -> status.attentionProperty().bind(waiting)));
        showShell(desk, features, onFx(() -> profile.commands(desk)));
        quiet();
    }

    private void openInbox(Language language) {
        open(language);
        onFx(() -> desk.navigator().open("conflicts"));
        quiet();
    }

    private void sync() {
        meetings.sync();
        quiet();
    }

    private String text(String key, Object... args) {
        return desk.texts().get(key, args);
    }

    @Test
    void whatWaitsIsCountedInTheNavigationAndTheStatusBarAndZeroShowsNothing() {
        open(Language.FRENCH);
        assertFalse(isShown("1 à régler"));
        meetings.conflict();
        byText("1 à régler");
        assertTrue(isShown("1"), "beside the navigation's entry");
        assertEquals(
                "1 modification attend votre décision",
                onFx(() -> byId("nav-conflicts").getAccessibleHelp()));
    }

    @Test
    void theCountLeadsToTheListAndGoesWhenItIsDealtWith() {
        open(Language.FRENCH);
        meetings.conflict();
        click(byText("1 à régler"));
        byText("1,35\u00a0€");
        press(KeyCode.SHORTCUT, KeyCode.ENTER);
        byText("Rien à régler");
        await("the count to go", () -> !isShown("1 à régler"));
    }

    @ParameterizedTest
    @EnumSource
    void theServersCommercialValuesArePreselectedAndEachFieldIsTakenByItsKey(Language language) {
        var number = meetings.conflict();
        openInbox(language);
        assertEquals(
                List.of(Pick.THEIRS, Pick.THEIRS),
                onFx(() -> List.copyOf(view().picks().values())));
        press(KeyCode.ENTER);
        press(KeyCode.M);
        assertTrue(isShown(text("conflicts.apply.conflict")), () -> texts().toString());
        assertEquals(
                1,
                onFx(() -> view().picks().values().stream()
                        .filter(Pick.MINE::equals)
                        .count()));
        press(KeyCode.SHORTCUT, KeyCode.ENTER);
        byText(text("conflicts.empty"));
        var first = onFx(() -> Objects.requireNonNull(meetings.now(number)));
        assertEquals("Standard de Lyon", first.get("description"));
        boolean customerIsMine = meetings.customers.get(0).id().equals(first.get("customerId"));
        boolean priceIsMine = "1.50".equals(String.valueOf(first.get("monthlyCost")));
        assertTrue(customerIsMine ^ priceIsMine, first::toString);
        sync();
        assertEquals(0, profile.workspace.answers().attentionCount());
        assertEquals(first.get("customerId"), meetings.now(number).get("customerId"));
    }

    @ParameterizedTest
    @EnumSource
    void anOwnFieldThatBothFilledIsDecidedUnderItsName(Language language) {
        var value = meetings.filledByBoth("Or", "Argent");
        assertEquals("Argent", meetings.now(value).text("textValue"));
        openInbox(language);
        for (var shown : List.of("Niveau", "Or", "Argent")) {
            assertTrue(isShown(shown), () -> texts().toString());
        }
        press(KeyCode.ENTER);
        press(KeyCode.M);
        press(KeyCode.SHORTCUT, KeyCode.ENTER);
        byText(text("conflicts.empty"));
        assertEquals("Or", meetings.now(value).text("textValue"));
        sync();
        assertEquals(0, profile.workspace.answers().attentionCount());
        assertEquals("Or", meetings.now(value).text("textValue"));
    }

    @Test
    void anOwnFieldThatSomebodyEmptiedIsFilledAgainByWhoWantsIt() {
        var value = meetings.filledByBoth("Or", "Or");
        assertEquals(0, profile.workspace.answers().attentionCount());
        meetings.emptied(value, "Bronze");
        openInbox(Language.FRENCH);
        assertTrue(isShown("Niveau"), () -> texts().toString());
        press(KeyCode.ENTER);
        press(KeyCode.M);
        press(KeyCode.SHORTCUT, KeyCode.ENTER);
        byText(text("conflicts.empty"));
        sync();
        assertEquals(0, profile.workspace.answers().attentionCount());
        assertEquals("Bronze", meetings.now(value).text("textValue"));
    }

    private ConflictsView view() {
        return one(ConflictsView.class);
    }

    @Test
    void anAppliedDecisionIsTakenBackWithOneKeyOrOneClick() {
        var number = meetings.conflict();
        openInbox(Language.FRENCH);
        press(KeyCode.M);
        press(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertEquals(meetings.customers.get(0).id(), meetings.now(number).get("customerId"));
        click(byText("Annuler"));
        quiet();
        assertEquals(meetings.customers.get(1).id(), meetings.now(number).get("customerId"));
        await("the count to come back: " + texts(), () -> isShown("1 à régler"));
        byText("1,35\u00a0€");
    }

    @Test
    void whatWasDismissedComesBackByUndo() {
        meetings.conflict();
        openInbox(Language.ENGLISH);
        press(KeyCode.DELETE);
        byText("Nothing to settle");
        click(byText("Undo"));
        byText("1 to settle");
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionIsAppliedToSimilarOnesAsOneEdit(Language language) {
        meetings.conflict();
        var numbers = meetings.conflicts(4);
        openInbox(language);
        press(KeyCode.M);
        press(KeyCode.A);
        byText(desk.texts().count("conflicts.similar.title", 4));
        press(KeyCode.ENTER);
        for (var number : numbers) {
            assertEquals(meetings.customers.get(2).id(), meetings.now(number).get("customerId"));
        }
        assertEquals(1, profile.workspace.answers().attentionCount());
        press(KeyCode.SHORTCUT, KeyCode.Z);
        for (var number : numbers) {
            assertEquals(meetings.customers.get(3).id(), meetings.now(number).get("customerId"));
        }
    }

    @Test
    void aBulkOperationIsOneEntryThatOpensAndCloses() {
        meetings.bulk(6, 5);
        openInbox(Language.FRENCH);
        assertEquals(1, lines());
        byText("4 lignes de cette modification vous attendent.");
        press(KeyCode.RIGHT);
        assertEquals(5, lines());
        press(KeyCode.DOWN);
        byText("Laisser le serveur");
        press(KeyCode.LEFT);
        press(KeyCode.LEFT);
        assertEquals(1, lines());
        press(KeyCode.DELETE);
        byText("Rien à régler");
    }

    private int lines() {
        return onFx(() -> list().getItems().size());
    }

    private javafx.scene.control.ListView<?> list() {
        return (javafx.scene.control.ListView<?>) byId("conflict-list");
    }

    @Test
    void aDuplicateLeadsToTheRowThatExists() {
        meetings.duplicate();
        openInbox(Language.FRENCH);
        byText("Cette valeur existe déjà\u00a0: Lynx Télécom.");
        press(KeyCode.O);
        byText("Lynx Télécom");
        assertEquals("carriers", desk.settings().get("shell.feature").orElseThrow());
    }

    @Test
    void aRefusedCreationIsCorrectedAndSentAgain() {
        meetings.duplicate();
        openInbox(Language.ENGLISH);
        press(KeyCode.E);
        click(byId("field-code"));
        press(KeyCode.SHORTCUT, KeyCode.A);
        write("LYNX2");
        press(KeyCode.ENTER);
        byText("Nothing to settle");
        sync();
        assertEquals(0, profile.workspace.answers().attentionCount());
        assertTrue(
                profile.workspace.rows().list(cadran.desktop.query.Query.of(cadran.model.catalog.Carrier.TYPE)).stream()
                        .anyMatch(row -> "LYNX2".equals(row.row().get("code"))));
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedRowIsRestoredWithWhatItsAuthorKnewOfIt(Language language) {
        var carrier = meetings.deleted();
        assertNull(profile.workspace.rows().find(carrier.type(), carrier.id()));
        openInbox(language);
        press(KeyCode.E);
        click(byText(text("conflicts.restore.verb")));
        quiet();
        byText(text("conflicts.empty"));
        sync();
        var back = meetings.now(carrier);
        assertEquals("ORION", back.get("code"));
        assertEquals("Nadia Roux", back.get("contact"));
    }

    @Test
    void aDeletionOfAChangedRowIsAskedAgain() {
        var carrier = meetings.deletion();
        openInbox(Language.FRENCH);
        click(byText("Supprimer quand même"));
        quiet();
        byText("Rien à régler");
        sync();
        assertNull(profile.workspace.rows().find(carrier.type(), carrier.id()));
    }

    @ParameterizedTest
    @EnumSource
    void aValueThatALaterEditReplacedIsShownWithoutBeingCountedAndComesBack(Language language) {
        var customer = meetings.superseded();
        openInbox(language);
        assertEquals(0, profile.workspace.answers().attentionCount());
        byText("Service achats");
        press(KeyCode.SHORTCUT, KeyCode.ENTER);
        byText(text("conflicts.empty"));
        sync();
        assertEquals("Léa Martin", meetings.now(customer).get("contactName"));
        onFx(() -> view().load());
        quiet();
        byText(text("conflicts.empty"));
    }

    @Test
    void aLongListDrawsOnlyWhatIsSeenAndStaysReadable() {
        meetings.refused(300);
        openInbox(Language.FRENCH);
        assertEquals(1, lines());
        press(KeyCode.ENTER);
        assertEquals(301, lines());
        assertTrue(onFx(() -> list().lookupAll(".list-cell").size()) < 60);
        press(KeyCode.END);
        assertEquals(300, onFx(() -> list().getSelectionModel().getSelectedIndex()));
        byText("Restaurer la ligne…");
    }

    @Test
    void screenReadersHearKindNameAndChoice() {
        meetings.conflict();
        openInbox(Language.FRENCH);
        var cell = onFx(() -> list().lookupAll(".list-cell").stream()
                .map(ListCell.class::cast)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElseThrow());
        assertTrue(cell.getAccessibleText().startsWith("Conflits\u00a0: Modifier 0"), cell.getAccessibleText());
        press(KeyCode.ENTER);
        var read = onFx(() -> Objects.requireNonNull(focused()).getAccessibleText());
        assertTrue(read.contains("Choisie\u00a0: celle du serveur"), read);
        press(KeyCode.UP);
        press(KeyCode.SPACE);
        assertTrue(onFx(() -> Objects.requireNonNull(focused()).getAccessibleText())
                .contains("Choisie\u00a0: la vôtre"));
    }

    @Test
    void theKeySheetListsTheInboxsKeys() {
        meetings.conflict();
        openInbox(Language.FRENCH);
        write("?");
        for (var line :
                List.of("Prendre ma valeur", "Prendre celle du serveur", "Appliquer aux semblables…", "Classer")) {
            byText(line);
        }
        byText("Suppr");
    }
}

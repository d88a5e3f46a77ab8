package cadran.desktop.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Row;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The timeline under a number and the list of all that happened, over what is kept here and without a server. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class HistoryScreensTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Role role, Language language, String feature) {
        profile = OpenProfile.withNumbers(folder, role, 60).settled();
        desk = desk(language);
        new Past(profile.workspace, first()).write();
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open(feature));
        if (feature.equals("numbers")) {
            onFx(() -> desk.navigator().open(feature, first().id().toString()));
        }
        quiet();
    }

    private Row first() {
        return profile.workspace.rows().list(Query.of(Did.TYPE)).getFirst().row();
    }

    private static Predicate<String> has(String part) {
        return text -> text.contains(part);
    }

    /** The line of a change, with its button. */
    private Node line(String text) {
        return Objects.requireNonNull(byText(text).getParent());
    }

    private void say(String text) {
        assertTrue(isShown(has(text)), () -> text + " is not in " + texts());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNumbersLifeIsToldInTheLanguageOfItsReader(Language language) {
        open(Role.TELECOM, language, "numbers");
        boolean french = language == Language.FRENCH;
        say(french ? "Description\u00a0: Ancienne \u2192 Récente" : "Description: Ancienne \u2192 Récente");
        say(french ? "Abonnement mensuel" : "Monthly fee");
        say("Marie Curie \u00b7 Poste de Marie");
        say(french ? "Le serveur" : "The server");
        say(french ? "«\u202fDemande du client\u202f»" : "“Demande du client”");
        var change = line(changed(french));
        var spoken = onFx(() -> Objects.requireNonNull(change.getParent()).getAccessibleText());
        assertTrue(spoken.contains("Marie Curie") && spoken.contains(changed(french)), spoken);
    }

    private static String changed(boolean french) {
        return french ? "Description\u00a0: Ancienne \u2192 Récente" : "Description: Ancienne \u2192 Récente";
    }

    @Test
    void anOldValueComesBackAsAnEditThatCanBeUndone() {
        open(Role.TELECOM, Language.FRENCH, "numbers");
        var before = first().get("description");
        var change = line(changed(true));
        onFx(change::requestFocus);
        type(KeyCode.R);
        quiet();
        assertEquals("Ancienne", first().get("description"));
        say(desk.texts().get("history.here"));
        say("pas encore sur le serveur");
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals(before, first().get("description"));
        assertEquals(List.of(), problems);
    }

    @Test
    void theButtonDoesTheSame() {
        open(Role.TELECOM, Language.FRENCH, "numbers");
        var change = line(changed(true));
        onFx(() -> ((Button) change.lookup(".button")).fire());
        quiet();
        assertEquals("Ancienne", first().get("description"));
    }

    @Test
    void whatCanNotBeWrittenSaysWhy() {
        open(Role.TELECOM, Language.FRENCH, "numbers");
        var status = line("Statut\u00a0: Commandé \u2192 Utilisé");
        assertNull(onFx(() -> status.lookup(".button")));
        onFx(status::requestFocus);
        type(KeyCode.R);
        say(desk.texts().get("history.restore.machine"));
    }

    @Test
    void aReaderIsToldThatTheRightIsMissing() {
        open(Role.VIEWER, Language.FRENCH, "numbers");
        var description = line(changed(true));
        assertNull(onFx(() -> description.lookup(".button")));
        onFx(description::requestFocus);
        type(KeyCode.R);
        say(desk.texts().get("history.restore.no-right"));
        assertFalse("Ancienne".equals(first().get("description")));
    }

    @Test
    void olderTakesTheNetworkAndSaysSo() {
        open(Role.TELECOM, Language.FRENCH, "numbers");
        var older = (Button) byText(desk.texts().get("history.older"));
        onFx(older::fire);
        quiet();
        say(desk.texts().get("problem.history.offline"));
        say(changed(true));
    }

    @Test
    void whatWasDoneHereStandsOnTopUntilItIsOnTheServer() {
        open(Role.TELECOM, Language.FRENCH, "numbers");
        var id = first().id();
        onFx(() -> profile.open.run(TestOp.changing(Did.TYPE, id, "notes", first().get("notes"), "À rappeler")));
        quiet();
        var texts = texts();
        int own = texts.indexOf(desk.texts().get("history.here"));
        assertTrue(own >= 0 && own < texts.indexOf("Marie Curie \u00b7 Poste de Marie"), texts.toString());
        say("À rappeler");
    }

    @Test
    void allThatHappenedIsFoundByWordsAndOpensItsRow() {
        open(Role.TELECOM, Language.FRENCH, "history");
        say("Récente");
        type(KeyCode.SHORTCUT, KeyCode.F);
        write("curie");
        await("found", () -> isShown(has("1 modification")) || isShown(has("2 modifications")));
        quiet();
        assertFalse(isShown(has("Le serveur")), () -> texts().toString());
        type(KeyCode.ENTER);
        type(KeyCode.ENTER);
        quiet();
        say(changed(true));
    }

    @Test
    void whoSeesNothingIsToldWhy() {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, 5).settled();
        desk = desk(Language.FRENCH);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("history"));
        quiet();
        say(desk.texts().get("history.empty"));
    }
}

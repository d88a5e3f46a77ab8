package cadran.desktop.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.client.ServerClient;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Desk;
import cadran.model.organisations.Member;
import cadran.model.organisations.OrganisationState;
import cadran.model.organisations.Role;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // set at the start of each test
class OrganisationScreensTest extends UiTest {
    @TempDir
    static Path serverFolder;

    private static TestServer server;

    private Desk desk;
    private Texts texts;

    @BeforeAll
    static void startServer() {
        server = new TestServer(serverFolder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    /** What the last action asked for must not come back into a closed window. */
    @AfterEach
    void comeToRest() {
        await("rest", () -> desk.background().jobs().isEmpty());
    }

    private void open(Language language, ServerClient connection, String feature) {
        desk = desk(language);
        texts = desk.texts();
        var features = onFx(() -> OrganisationFeatures.all(
                desk, connection, status, PARIS, InstantSource.system(), (entity, id) -> null));
        showShell(desk, features);
        onFx(() -> desk.navigator().open(feature));
        settle();
    }

    private void awaitText(String text) {
        await("“" + text + "” shown", () -> isShown(shown -> shown.contains(text)));
    }

    private void awaitKey(String key, Object... args) {
        awaitText(texts.get(key, args));
    }

    private void shortcut(KeyCode key) {
        type(KeyCode.CONTROL, key);
    }

    private void tabTo(String id) {
        for (int i = 0; i < 40 && !isFocused(id); i++) {
            type(KeyCode.TAB);
        }
        assertTrue(isFocused(id), () -> id + " can't be reached by Tab");
    }

    private boolean isFocused(String id) {
        var owner = focused();
        return owner != null && id.equals(onFx(owner::getId));
    }

    /** Moves the grid's focus down to the row whose detail has this title. */
    private void goTo(String title) {
        awaitText(title);
        type(KeyCode.HOME);
        for (int i = 0; i < 60 && !detailShows(title); i++) {
            type(KeyCode.DOWN);
        }
        assertTrue(
                detailShows(title), () -> "no row in focus for " + title + ", but on " + focused() + " of " + texts());
    }

    private boolean detailShows(String text) {
        return onFx(() -> stage != null
                && stage.getScene().getRoot().lookupAll(".detail-title").stream()
                        .anyMatch(node ->
                                node instanceof Label label && label.getText().contains(text)));
    }

    /** The question has the focus on its safe button. */
    private void confirm() {
        type(KeyCode.TAB);
        type(KeyCode.ENTER);
    }

    private String oneTime() {
        var field = (TextField) byId("one-time");
        return onFx(() -> field.getText());
    }

    private Member member(String email) {
        return ServerAnswer.of(server.adminApi().users()).items().stream()
                .filter(each -> each.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoeverIsInvitedComesInWithTheCodeThatWasShown(Language language) {
        var email = "nina-" + language.code() + "@example.fr";
        open(language, server.asAdmin(), "members");
        awaitText("Léa Marchand");
        shortcut(KeyCode.N);
        tabTo("field-email");
        write(email);
        tabTo("check-VIEWER");
        type(KeyCode.SPACE);
        type(KeyCode.ENTER);
        var code = oneTime();
        awaitKey("one-time.once");
        type(KeyCode.ENTER);
        awaitKey("one-time.copied");
        type(KeyCode.ESCAPE);
        awaitKey("members.state.invited");

        server.accept(code, "Nina " + language.code());
        type(KeyCode.F5);
        awaitText("Nina " + language.code());
        assertEquals(List.of(Role.VIEWER), member(email).roles());
    }

    @Test
    void anInvitationWithoutARoleSaysWhatIsMissing() {
        open(Language.FRENCH, server.asAdmin(), "members");
        awaitText("Léa Marchand");
        shortcut(KeyCode.N);
        tabTo("field-email");
        write("pas une adresse");
        type(KeyCode.ENTER);
        awaitKey("problem.email.format");
        awaitKey("problem.roles.required");
        type(KeyCode.ESCAPE);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aMembersRolesAreChangedByKeys(Language language) {
        var email = "omar-" + language.code() + "@example.fr";
        server.accept(server.invite(email, Role.VIEWER).code(), "Omar " + language.code());
        open(language, server.asAdmin(), "members");
        goTo("Omar " + language.code());
        shortcut(KeyCode.E);
        tabTo("check-TELECOM");
        type(KeyCode.SPACE);
        type(KeyCode.ENTER);
        await("roles changed on the server", () -> member(email).roles().equals(List.of(Role.TELECOM, Role.VIEWER)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLastAdministratorStaysOne(Language language) {
        open(language, server.asAdmin(), "members");
        goTo("Léa Marchand");
        shortcut(KeyCode.E);
        tabTo("check-ADMIN");
        type(KeyCode.SPACE);
        tabTo("check-VIEWER");
        type(KeyCode.SPACE);
        type(KeyCode.ENTER);
        awaitKey("problem.user.last_admin");
        type(KeyCode.ESCAPE);

        type(KeyCode.CONTROL, KeyCode.DELETE);
        awaitKey("members.leave.breaks");
        confirm();
        awaitKey("problem.user.last_admin");
        assertEquals(List.of(Role.ADMIN), member("lea@example.fr").roles());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aKeyIsShownOnce(Language language) {
        open(language, server.asAdmin(), "api-keys");
        awaitKey("api-keys.empty");
        var name = "Facturation " + language.code();
        shortcut(KeyCode.N);
        tabTo("field-name");
        write(name);
        type(KeyCode.ENTER);
        var secret = oneTime();
        assertTrue(secret.startsWith("cdr_"), secret);
        type(KeyCode.ESCAPE);
        awaitText(name);
        type(KeyCode.F5);
        awaitText(name);
        assertFalse(isShown(shown -> shown.contains(secret)));

        goTo(name);
        type(KeyCode.CONTROL, KeyCode.DELETE);
        awaitKey("api-keys.revoke.title", "name", name);
        confirm();
        await(
                "revoked",
                () -> ServerAnswer.of(server.adminApi().apiKeys()).items().stream()
                        .noneMatch(key -> key.name().equals(name)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoMayNotSeeTheMembersIsToldSo(Language language) {
        var viewer = server.accept(
                server.invite("vera-" + language.code() + "@example.fr", Role.VIEWER)
                        .code(),
                "Véra");
        open(language, viewer, "members");
        awaitKey("grid.no-right");
        open(language, viewer, "organisation");
        awaitKey("organisation.read-only");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void withoutTheServerThePageSaysSo(Language language) throws Exception {
        open(language, server.nobody(), "members");
        awaitKey("server.offline.hint");
        assertNotNull(byText(texts.get("action.retry")));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theOperatorCreatesACompanyAndStopsIt(Language language) {
        open(language, server.asAdmin(), "organisations");
        awaitText("Fimainfo");
        shortcut(KeyCode.N);
        var name = "Alpha " + language.code();
        tabTo("field-name");
        write(name);
        tabTo("field-siret");
        write("73282932000075");
        tabTo("field-adminEmail");
        write("chef-" + language.code() + "@example.fr");
        type(KeyCode.ENTER);
        awaitKey("problem.siret.check");
        onFx(() -> ((TextField) byId("field-siret")).setText("73282932000074"));
        tabTo("field-siret");
        type(KeyCode.TAB);
        assertEquals("FR44732829320", onFx(() -> ((TextField) byId("field-vatNumber")).getText()));
        type(KeyCode.ENTER);
        assertFalse(oneTime().isBlank());
        type(KeyCode.ESCAPE);
        goTo(name);
        type(KeyCode.CONTROL, KeyCode.DELETE);
        awaitKey("organisations.suspend.breaks");
        confirm();
        awaitKey("organisations.state.suspended");
        assertTrue(ServerAnswer.of(server.adminApi().organisations()).items().stream()
                .anyMatch(each -> each.name().equals(name) && each.state() == OrganisationState.SUSPENDED));
    }

    @Test
    void theLogIsListedAndFoundWhole() {
        open(Language.FRENCH, server.asAdmin(), "audit");
        awaitKey("audit.action.session.opened");
        type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        awaitText("Journal vérifié");
    }

    @Test
    void aTeamIsMadeAndItsNameIsTakenOnce() {
        open(Language.FRENCH, server.asAdmin(), "teams");
        awaitKey("teams.empty");
        shortcut(KeyCode.N);
        tabTo("field-name");
        write("Ventes");
        type(KeyCode.ENTER);
        awaitText("Ventes");
        shortcut(KeyCode.N);
        tabTo("field-name");
        write("ventes");
        type(KeyCode.ENTER);
        awaitText("Cette valeur existe déjà");
        type(KeyCode.ESCAPE);
    }

    @Test
    void aWrongPasswordIsToldAtItsField() {
        var nora = server.accept(server.invite("nora@example.fr", Role.VIEWER).code(), "Nora");
        open(Language.FRENCH, nora, "account");
        awaitText("Poste de Nora");
        tabTo("field-current");
        write("ce n'est pas lui");
        tabTo("field-password");
        write("une autre phrase assez longue");
        tabTo("field-repeat");
        write("une autre phrase assez longue");
        type(KeyCode.ENTER);
        awaitKey("problem.password.wrong");
        tabTo("field-current");
        onFx(() -> ((TextField) Objects.requireNonNull(focused())).setText(TestServer.PASSWORD));
        type(KeyCode.ENTER);
        awaitKey("account.password.changed");
    }
}

package cadran.desktop;

import cadran.desktop.accounts.MemoryAccounts;
import cadran.desktop.accounts.Step;
import cadran.desktop.accounts.WelcomeView;
import cadran.desktop.profiles.KeyProtection;
import cadran.desktop.samples.SampleFeature;
import cadran.desktop.samples.SampleRows;
import cadran.desktop.settings.SettingsFeature;
import cadran.desktop.shell.AppWindow;
import cadran.desktop.shell.Connection;
import cadran.desktop.shell.ShellView;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.ErrorPane;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.Look;
import cadran.desktop.ui.Modal;
import cadran.model.problem.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** The window itself and the screens before it. */
final class KitScreens {
    private KitScreens() {}

    static List<Screen> all() {
        return List.of(
                step("welcome", new Step.Welcome(List.of())),
                step(
                        "welcome-profiles",
                        new Step.Welcome(List.of(
                                new Step.Known("1", "Fimainfo", "lea@fimainfo.fr", "cadran.fimainfo.fr"),
                                new Step.Known("2", "Alpha Énergie", "lea@fimainfo.fr", "cadran.fimainfo.fr"),
                                new Step.Known("3", "Mon organisation", "Administrateur de cet ordinateur", "")))),
                step("sign-in", new Step.SignIn(Step.SignIn.Why.SESSION_ENDED, "cadran.fimainfo.fr", "lea@fimainfo.fr"))
                        .then((desk, shots) -> {
                            shots.write("pas le bon");
                            shots.type(KeyCode.ENTER);
                        }),
                step("code", new Step.Welcome(List.of())).then((desk, shots) -> {
                    shots.click(shots.byText(desk.texts().get("welcome.code")));
                    shots.type(KeyCode.ENTER);
                }),
                step("join", new Step.Invited("cadran.fimainfo.fr", "7KQ2", "Fimainfo", "lea@fimainfo.fr", false))
                        .then((desk, shots) -> shots.type(KeyCode.ENTER)),
                step("join-known", new Step.Invited("cadran.fimainfo.fr", "7KQ2", "Fimainfo", "lea@fimainfo.fr", true)),
                step("set-up", new Step.SetUp("cadran.fimainfo.fr", "7KQ2")),
                step("replace-password", new Step.ReplacePassword("cadran.fimainfo.fr", "7KQ2")),
                step(
                        "organisations",
                        new Step.ChooseOrganisation(List.of(
                                new Step.Organisation("1", "Fimainfo", "Administrateur"),
                                new Step.Organisation("2", "Alpha Énergie", "Télécom")))),
                step("passphrase-new", new Step.ChoosePassphrase()),
                step("passphrase", new Step.EnterPassphrase("lea@fimainfo.fr · Fimainfo · cadran.fimainfo.fr", 12)),
                Screen.of("shell", KitScreens::shell),
                Screen.of("shell-offline", KitScreens::shell).then((desk, shots) -> {
                    UiTest.onFx(() -> {
                        shots.status.connectionProperty().set(Connection.OFFLINE);
                        shots.status.pendingProperty().set(12);
                    });
                    shots.type(KeyCode.SHORTCUT, KeyCode.N);
                }),
                Screen.of("shell-small", KitScreens::shell)
                        .then((desk, shots) -> shots.resize(AppWindow.SMALLEST_WIDTH, AppWindow.SMALLEST_HEIGHT)),
                Screen.of("shell-zoomed", KitScreens::shell)
                        .then((desk, shots) ->
                                UiTest.onFx(() -> desk.look().zoomProperty().set(Look.LARGEST_ZOOM))),
                Screen.of("palette", KitScreens::shell).then((desk, shots) -> shots.type(KeyCode.SHORTCUT, KeyCode.K)),
                Screen.of("keys", KitScreens::shell).then((desk, shots) -> shots.type(KeyCode.F1)),
                Screen.of("form", KitScreens::shell).then((desk, shots) -> UiTest.onFx(() -> form(desk))),
                Screen.of("error", KitScreens::shell)
                        .then((desk, shots) ->
                                UiTest.onFx(() -> ErrorPane.show(desk.texts(), desk.modals(), "3F-A29C"))),
                Screen.of("grid-empty", (desk, shots) -> shell(desk, shots, 0)),
                Screen.of("settings", KitScreens::shell)
                        .then((desk, shots) -> shots.click(shots.byId("nav-settings"))));
    }

    private static Screen step(String name, Step step) {
        return Screen.of(
                name,
                (desk, shots) -> new WelcomeView(desk, new MemoryAccounts(true), step, shots.bugs::add, () -> {}));
    }

    private static Node shell(Desk desk, Shots shots) {
        return shell(desk, shots, 14_236);
    }

    private static Node shell(Desk desk, Shots shots, int rows) {
        shots.status.organisationProperty().set("Fimainfo");
        shots.status.connectionProperty().set(Connection.SYNCED);
        shots.status.pendingProperty().set(0);
        shots.status.syncedAtProperty().set(Instant.parse("2026-02-03T09:42:00Z"));
        return new ShellView(
                desk,
                shots.status,
                UiTest.PARIS,
                List.of(
                        new SampleFeature(desk, new SampleRows(rows)),
                        new SettingsFeature(
                                desk, Path.of("/home/lea/.local/share/Cadran"), KeyProtection.KEYCHAIN, List.of())),
                List.of());
    }

    private static void form(Desk desk) {
        var form = new Form(desk);
        form.text("name", "redeem.name", "").required();
        form.decimal("price", "sample.price", null);
        form.date("date", "field.date.prompt", null);
        form.toggle("terms", "redeem.terms", true);
        form.longText("notes", "sample.customer", "", 4);
        var modal = new Modal(desk.texts(), desk.texts().bind("sample.add"), form);
        modal.cancel("action.cancel", () -> desk.modals().close(modal))
                .main("sample.add", Bindings.createBooleanBinding(() -> true), form::check);
        desk.modals().show(modal);
        form.check();
        form.show(Problem.of("auth.failed"));
    }
}

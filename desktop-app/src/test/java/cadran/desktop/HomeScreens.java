package cadran.desktop;

import cadran.desktop.dashboard.Levels;
import cadran.desktop.shell.AppWindow;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.organisations.Role;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;

/** The home screen, over demonstration data and without any. */
final class HomeScreens {
    private HomeScreens() {}

    static List<Screen> all() {
        return List.of(
                Screen.of("home", (desk, shots) -> shell(desk, shots, 2_000)),
                Screen.of("home-below", (desk, shots) -> shell(desk, shots, 2_000))
                        .then((desk, shots) ->
                                UiTest.onFx(() -> ((ScrollPane) shots.byClass("dash-scroll")).setVvalue(1))),
                Screen.of("home-customers", (desk, shots) -> shell(desk, shots, 2_000))
                        .then((desk, shots) -> part(desk, shots, "home.show.customers")),
                Screen.of("home-regions", (desk, shots) -> shell(desk, shots, 2_000))
                        .then((desk, shots) -> part(desk, shots, "home.show.regions")),
                Screen.of("home-small", (desk, shots) -> shell(desk, shots, 2_000))
                        .then((desk, shots) -> shots.resize(AppWindow.SMALLEST_WIDTH, AppWindow.SMALLEST_HEIGHT)),
                Screen.of(
                        "home-no-levels",
                        (desk, shots) -> InventoryScreens.shell(
                                desk,
                                shots,
                                "home",
                                shots.closing(OpenProfile.withNumbers(
                                        Files.createTempDirectory(shots.folder, "profile"), Role.ADMIN, 400)))),
                Screen.of(
                        "home-empty",
                        (desk, shots) -> InventoryScreens.shell(
                                desk,
                                shots,
                                "home",
                                shots.closing(OpenProfile.in(
                                        Files.createTempDirectory(shots.folder, "profile"), Role.ADMIN)))));
    }

    private static void part(Desk desk, Shots shots, String command) {
        shots.type(KeyCode.SHORTCUT, KeyCode.K);
        shots.write(desk.texts().get(command));
        shots.type(KeyCode.ENTER);
    }

    private static Node shell(Desk desk, Shots shots, int numbers) throws Exception {
        var profile = shots.closing(
                OpenProfile.withNumbers(Files.createTempDirectory(shots.folder, "profile"), Role.ADMIN, numbers)
                        .settled());
        Levels.set(profile, "GEO", "IDF", 40);
        Levels.set(profile, "GEO", "NOR", 400);
        Levels.set(profile, "MOBILE", null, 900);
        Levels.set(profile, "VERT", null, 1);
        return InventoryScreens.shell(desk, shots, "home", profile);
    }
}

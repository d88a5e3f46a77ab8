package cadran.desktop;

import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Look;
import cadran.model.organisations.Role;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** What is asked for over the numbers, and lists at their limits: nothing found, no right to write, a large display. */
final class PaneScreens {
    private PaneScreens() {}

    static List<Screen> all() {
        return List.of(
                numbers("numbers-not-found").then((desk, shots) -> {
                    shots.type(KeyCode.SHORTCUT, KeyCode.F);
                    shots.write("0988776655");
                }),
                numbers("numbers-columns")
                        .then((desk, shots) -> shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C)),
                numbers("numbers-tag").then((desk, shots) -> {
                    shots.click(shots.byText("01\u00a099\u00a000\u00a000\u00a000"));
                    shots.type(KeyCode.SHIFT, KeyCode.DOWN);
                    shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
                }),
                numbers("number-status").then((desk, shots) -> {
                    shots.click(shots.byText("01\u00a099\u00a000\u00a000\u00a000"));
                    shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
                }),
                numbers("number-price").then((desk, shots) -> {
                    shots.click(shots.byText("01\u00a099\u00a000\u00a000\u00a000"));
                    command(desk, shots, "price.add");
                }),
                shell("assignments-empty", "assignments", Role.ADMIN, 200),
                shell("numbers-reader", "numbers", Role.VIEWER, 200),
                shell("ranges-reader", "ranges", Role.VIEWER, 0),
                numbers("numbers-zoomed").then((desk, shots) -> zoom(desk)),
                shell("home-zoomed", "home", Role.ADMIN, 400).then((desk, shots) -> zoom(desk)));
    }

    private static void zoom(Desk desk) {
        UiTest.onFx(() -> desk.look().zoomProperty().set(Look.LARGEST_ZOOM));
    }

    private static void command(Desk desk, Shots shots, String key) {
        shots.type(KeyCode.SHORTCUT, KeyCode.K);
        shots.write(desk.texts().get(key));
        shots.type(KeyCode.ENTER);
    }

    private static Screen numbers(String name) {
        return shell(name, "numbers", Role.ADMIN, 400);
    }

    private static Screen shell(String name, String feature, Role role, int numbers) {
        return Screen.of(name, (desk, shots) -> shell(desk, shots, feature, role, numbers));
    }

    private static Node shell(Desk desk, Shots shots, String feature, Role role, int numbers) throws Exception {
        var folder = Files.createTempDirectory(shots.folder, "profile");
        var profile = shots.closing(
                numbers == 0
                        ? OpenProfile.in(folder, role)
                        : OpenProfile.withNumbers(folder, role, numbers).settled());
        return InventoryScreens.shell(desk, shots, feature, profile);
    }
}

package cadran.desktop;

import cadran.desktop.shell.Connection;
import cadran.desktop.shell.ShellView;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.organisations.Role;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** The inventory as its users see it, over demonstration data. */
final class InventoryScreens {
    private InventoryScreens() {}

    static List<Screen> all() {
        var tables = Stream.of(
                        "customers",
                        "customer-groups",
                        "campaigns",
                        "carriers",
                        "regions",
                        "number-types",
                        "equipment",
                        "clouds",
                        "dialing-codes")
                .map(table -> Screen.of(table, (desk, shots) -> shell(desk, shots, table, 400)));
        return Stream.concat(
                        Stream.of(
                                Screen.of("numbers", (desk, shots) -> shell(desk, shots, "numbers", 2_000))
                                        .then((desk, shots) -> shots.type(KeyCode.DOWN)),
                                Screen.of("numbers-empty", (desk, shots) -> shell(desk, shots, "numbers", 0)),
                                Screen.of("number-add", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            shots.type(KeyCode.SHORTCUT, KeyCode.N);
                                            shots.click(shots.byId("field-e164"));
                                            shots.write("0948353001");
                                        }),
                                Screen.of("conflicts-empty", (desk, shots) -> shell(desk, shots, "conflicts", 0))),
                        tables)
                .toList();
    }

    private static Node shell(Desk desk, Shots shots, String feature, int numbers) throws Exception {
        var folder = Files.createTempDirectory(shots.folder, "profile");
        var profile = shots.closing(
                numbers == 0
                        ? OpenProfile.in(folder, Role.ADMIN)
                        : OpenProfile.withNumbers(folder, Role.ADMIN, numbers));
        shots.status.organisationProperty().set("Fimainfo");
        shots.status.connectionProperty().set(Connection.SYNCED);
        shots.status.pendingProperty().set(0);
        shots.status.syncedAtProperty().set(Instant.parse("2026-02-03T09:42:00Z"));
        var shell = new ShellView(desk, shots.status, UiTest.PARIS, profile.features(desk), profile.commands(desk));
        shell.open(feature);
        return shell;
    }
}

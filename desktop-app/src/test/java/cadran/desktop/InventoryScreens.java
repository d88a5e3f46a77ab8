package cadran.desktop;

import cadran.desktop.shell.AppWindow;
import cadran.desktop.shell.Connection;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.ShellView;
import cadran.desktop.store.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Customer;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.model.sync.Verdict;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                                Screen.of("conflicts", (desk, shots) -> shell(desk, shots, "conflicts", 200)),
                                small("numbers"),
                                small("customers"),
                                Screen.of("number-edit-small", (desk, shots) -> shell(desk, shots, "numbers", 200))
                                        .then((desk, shots) -> {
                                            shots.resize(AppWindow.SMALLEST_WIDTH, AppWindow.SMALLEST_HEIGHT);
                                            shots.click(shots.byText("01\u00a099\u00a000\u00a000\u00a000"));
                                            shots.type(KeyCode.SHORTCUT, KeyCode.E);
                                        }),
                                Screen.of("customer-delete", (desk, shots) -> shell(desk, shots, "customers", 200))
                                        .then((desk, shots) -> {
                                            shots.click(shots.byText("CLI00004"));
                                            shots.type(KeyCode.SHORTCUT, KeyCode.DELETE);
                                        }),
                                Screen.of("conflicts-empty", (desk, shots) -> shell(desk, shots, "conflicts", 0))),
                        tables)
                .toList();
    }

    /** Somebody else changed one customer's name, and gave its code to another. */
    private static void meet(OpenProfile profile) {
        var rows = profile.workspace.rows().list(Query.of(Customer.TYPE));
        profile.answered(
                rows.get(0).row(),
                "name",
                "Ambulances de la Cévenne",
                Verdict.CONFLICT,
                Problem.of("row.changed_by_other"),
                Map.of("name", "Ambulances Cévenne & Fils"));
        profile.answered(
                rows.get(1).row(),
                "code",
                "CLI00099",
                Verdict.REFUSED,
                Problem.of("row.duplicate").with("label", "Pharmacie du Lac"),
                Map.of());
    }

    private static Screen small(String feature) {
        return Screen.of(feature + "-small", (desk, shots) -> shell(desk, shots, feature, 400))
                .then((desk, shots) -> shots.resize(AppWindow.SMALLEST_WIDTH, AppWindow.SMALLEST_HEIGHT));
    }

    private static Node shell(Desk desk, Shots shots, String feature, int numbers) throws Exception {
        var folder = Files.createTempDirectory(shots.folder, "profile");
        var profile = shots.closing(
                numbers == 0
                        ? OpenProfile.in(folder, Role.ADMIN)
                        : OpenProfile.withNumbers(folder, Role.ADMIN, numbers).settled());
        if (feature.equals("conflicts") && numbers > 0) {
            meet(profile);
        }
        shots.status.organisationProperty().set("Fimainfo");
        shots.status.connectionProperty().set(Connection.SYNCED);
        shots.status.pendingProperty().set(0);
        shots.status.syncedAtProperty().set(Instant.parse("2026-02-03T09:42:00Z"));
        var features = profile.features(desk);
        features.stream()
                .map(Feature::waiting)
                .filter(Objects::nonNull)
                .forEach(waiting -> shots.status.attentionProperty().bind(waiting));
        var shell = new ShellView(desk, shots.status, UiTest.PARIS, features, profile.commands(desk));
        shell.open(feature);
        return shell;
    }
}

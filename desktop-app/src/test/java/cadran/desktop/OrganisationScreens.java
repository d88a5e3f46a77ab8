package cadran.desktop;

import cadran.desktop.client.ServerClient;
import cadran.desktop.organisation.OrganisationFeatures;
import cadran.desktop.shell.AppWindow;
import cadran.desktop.shell.Connection;
import cadran.desktop.shell.ShellView;
import cadran.desktop.ui.Desk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** The administration over a server with a few people in it. */
final class OrganisationScreens {
    private OrganisationScreens() {}

    static List<Screen> all() {
        return List.of(
                of("members").then((desk, shots) -> shots.type(KeyCode.DOWN)),
                of("members-invite", "members").then((desk, shots) -> {
                    shots.type(KeyCode.CONTROL, KeyCode.N);
                    shots.type(KeyCode.ENTER);
                }),
                of("members-code", "members").then((desk, shots) -> {
                    shots.type(KeyCode.CONTROL, KeyCode.N);
                    shots.click(shots.byId("field-email"));
                    shots.write("jeanne.leroy@example.fr");
                    shots.click(shots.byId("check-VIEWER"));
                    shots.type(KeyCode.ENTER);
                    shots.byId("one-time");
                }),
                of("members-devices", "members").then((desk, shots) -> {
                    shots.type(KeyCode.DOWN);
                    shots.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
                }),
                Screen.of("members-offline", (desk, shots) -> {
                    var view = shell(desk, shots, "members", shots.server().nobody());
                    shots.status.connectionProperty().set(Connection.OFFLINE);
                    return view;
                }),
                of("teams").then((desk, shots) -> shots.type(KeyCode.DOWN)),
                of("api-keys").then((desk, shots) -> shots.type(KeyCode.DOWN)),
                of("api-keys-add", "api-keys").then((desk, shots) -> {
                    shots.type(KeyCode.CONTROL, KeyCode.N);
                    shots.type(KeyCode.ENTER);
                }),
                of("audit").then((desk, shots) -> {
                    shots.type(KeyCode.DOWN);
                    shots.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
                }),
                of("organisation"),
                of("organisations").then((desk, shots) -> shots.type(KeyCode.DOWN)),
                of("organisations-add", "organisations").then((desk, shots) -> {
                    shots.type(KeyCode.CONTROL, KeyCode.N);
                    shots.click(shots.byId("field-siret"));
                    shots.write("73282932000075");
                    shots.type(KeyCode.ENTER);
                }),
                small("members"),
                small("audit"),
                small("api-keys"),
                small("organisations"),
                small("account"),
                of("account"));
    }

    private static Screen small(String feature) {
        return of(feature + "-small", feature)
                .then((desk, shots) -> shots.resize(AppWindow.SMALLEST_WIDTH, AppWindow.SMALLEST_HEIGHT));
    }

    private static Screen of(String feature) {
        return of(feature, feature);
    }

    private static Screen of(String name, String feature) {
        return Screen.of(
                name,
                (desk, shots) -> shell(desk, shots, feature, shots.server().asAdmin()));
    }

    private static Node shell(Desk desk, Shots shots, String feature, ServerClient client) {
        shots.status.organisationProperty().set("Fimainfo");
        shots.status.connectionProperty().set(Connection.SYNCED);
        shots.status.pendingProperty().set(0);
        shots.status.syncedAtProperty().set(Instant.parse("2026-02-03T09:42:00Z"));
        desk.settings().put("shell.feature", feature);
        return new ShellView(
                desk,
                shots.status,
                UiTest.PARIS,
                OrganisationFeatures.all(
                        desk, client, shots.status, UiTest.PARIS, InstantSource.system(), (entity, id) -> null),
                List.of());
    }
}

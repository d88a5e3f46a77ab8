package cadran.desktop;

import cadran.desktop.conflicts.Meetings;
import cadran.desktop.numbers.Reserving;
import cadran.desktop.shell.AppWindow;
import cadran.desktop.shell.Connection;
import cadran.desktop.shell.Status;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** The inbox with everything that can stand in it, and what the window says while the server is out of reach. */
final class InboxScreens {
    private InboxScreens() {}

    static List<Screen> all() {
        var inbox = Stream.of(
                inbox("conflicts", InboxScreens::everything).then((desk, shots) -> {
                    down(shots, 5);
                    shots.type(KeyCode.ENTER);
                    shots.type(KeyCode.M);
                }),
                inbox("conflicts-bulk", InboxScreens::everything).then((desk, shots) -> {
                    down(shots, 1);
                    shots.type(KeyCode.RIGHT);
                }),
                inbox("conflicts-deletion", InboxScreens::everything).then((desk, shots) -> down(shots, 0)),
                inbox("conflicts-refused", InboxScreens::everything).then((desk, shots) -> down(shots, 7)),
                inbox("conflicts-restore", InboxScreens::everything).then((desk, shots) -> {
                    down(shots, 6);
                    shots.type(KeyCode.E);
                }),
                inbox("conflicts-superseded", InboxScreens::everything).then((desk, shots) -> shots.type(KeyCode.END)),
                inbox("conflicts-similar", InboxScreens::everything).then((desk, shots) -> {
                    down(shots, 2);
                    shots.type(KeyCode.M);
                    shots.type(KeyCode.A);
                }),
                inbox("conflicts-keys", InboxScreens::everything).then((desk, shots) -> shots.type(KeyCode.F1)),
                inbox("conflicts-small", InboxScreens::everything).then((desk, shots) -> {
                    shots.resize(AppWindow.SMALLEST_WIDTH, AppWindow.SMALLEST_HEIGHT);
                    down(shots, 5);
                    shots.click(shots.byId("conflict-agreed"));
                }),
                Screen.of("conflicts-instead", InboxScreens::contested),
                inbox("conflicts-empty", meetings -> {}));
        var states = Arrays.stream(Connection.values())
                .filter(state -> state != Connection.SYNCED && state != Connection.SYNCING)
                .map(InboxScreens::state);
        return Stream.of(inbox, states, Stream.of(loading(), rightsChanged(), smallState()))
                .flatMap(each -> each)
                .toList();
    }

    private static void everything(Meetings meetings) {
        meetings.superseded();
        meetings.duplicate();
        meetings.deleted();
        meetings.conflict();
        meetings.conflicts(3);
        meetings.bulk(6, 9);
        meetings.deletion();
    }

    private static void down(Shots shots, int lines) {
        for (int i = 0; i < lines; i++) {
            shots.type(KeyCode.DOWN);
        }
        shots.quiet();
    }

    private static Screen inbox(String name, Consumer<Meetings> before) {
        return Screen.of(name, (desk, shots) -> {
            var folder = Files.createTempDirectory(shots.folder, "profile");
            var profile = shots.closing(OpenProfile.withNumbers(folder, Role.ADMIN, 250));
            before.accept(new Meetings(profile));
            return InventoryScreens.shell(desk, shots, "conflicts", profile);
        });
    }

    private static Node contested(Desk desk, Shots shots) throws Exception {
        var folder = Files.createTempDirectory(shots.folder, "profile");
        var profile = shots.closing(OpenProfile.withNumbers(folder, Role.ADMIN, 200));
        new Reserving(profile).contest(20);
        return InventoryScreens.shell(desk, shots, "conflicts", profile);
    }

    private static Screen state(Connection state) {
        var word = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Screen.of("state-" + word, (desk, shots) -> numbers(desk, shots, state));
    }

    private static Screen smallState() {
        return Screen.of("state-too-old-small", (desk, shots) -> numbers(desk, shots, Connection.TOO_OLD))
                .then((desk, shots) -> shots.resize(AppWindow.SMALLEST_WIDTH, AppWindow.SMALLEST_HEIGHT));
    }

    private static Screen loading() {
        return Screen.of("state-loading", (desk, shots) -> numbers(desk, shots, Connection.SYNCING))
                .then((desk, shots) -> UiTest.onFx(() -> {
                    shots.status.syncedAtProperty().set(null);
                    shots.status.loadedProperty().set(new Status.Loaded(62_000, 204_318));
                }));
    }

    private static Screen rightsChanged() {
        return Screen.of("state-rights-changed", (desk, shots) -> {
            var shell = numbers(desk, shots, Connection.SYNCED);
            shots.status.rightsChangedProperty().set(true);
            return shell;
        });
    }

    private static Node numbers(Desk desk, Shots shots, Connection state) throws Exception {
        var folder = Files.createTempDirectory(shots.folder, "profile");
        var profile =
                shots.closing(OpenProfile.withNumbers(folder, Role.ADMIN, 200).settled());
        var shell = InventoryScreens.shell(desk, shots, "numbers", profile);
        shots.status.loadedProperty().set(null);
        shots.status
                .problemProperty()
                .set(state == Connection.REFUSED ? Problem.of("right.organisation_suspended") : null);
        shots.status.connectionProperty().set(state);
        shots.status.pendingProperty().set(12);
        return shell;
    }
}

package cadran.desktop;

import cadran.desktop.changes.Departures;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.history.Past;
import cadran.desktop.numbers.Reserving;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.shell.AppWindow;
import cadran.desktop.shell.Connection;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.ShellView;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** The inventory as its users see it, over demonstration data. */
final class InventoryScreens {
    private static final String PASTED = """
            1,35\tStandard
            1.40\tAccueil
            douze\tVentes
            1,45
            """;

    private InventoryScreens() {}

    static List<Screen> all() {
        var tables = Stream.of(
                        "customers",
                        "customer-groups",
                        "campaigns",
                        "carriers",
                        "carrier-accounts",
                        "stock-levels",
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
                                Screen.of("numbers-filtered", (desk, shots) -> shell(desk, shots, "numbers", 2_000))
                                        .then((desk, shots) -> {
                                            shots.type(KeyCode.SHORTCUT, KeyCode.F);
                                            shots.write("status:available -tag:vip cost>");
                                        }),
                                Screen.of("numbers-views", (desk, shots) -> shell(desk, shots, "numbers", 2_000))
                                        .then((desk, shots) -> {
                                            save(shots, "status:available", "Libres");
                                            save(shots, "customer:none", "Sans client");
                                        }),
                                Screen.of("numbers-grouped", (desk, shots) -> shell(desk, shots, "numbers", 2_000))
                                        .then((desk, shots) -> {
                                            group(shots, 1);
                                            shots.type(KeyCode.DOWN);
                                            shots.type(KeyCode.RIGHT);
                                            UiTest.settle();
                                            shots.type(KeyCode.DOWN);
                                        }),
                                Screen.of("numbers-sideways", (desk, shots) -> shell(desk, shots, "numbers", 2_000))
                                        .then((desk, shots) -> {
                                            group(shots, 0);
                                            shots.type(KeyCode.DOWN);
                                            shots.type(KeyCode.RIGHT);
                                            UiTest.settle();
                                            shots.type(KeyCode.DOWN);
                                            for (int i = 0; i < 12; i++) {
                                                shots.type(KeyCode.RIGHT);
                                            }
                                            shots.type(KeyCode.SHIFT, KeyCode.DOWN);
                                        }),
                                Screen.of("numbers-group-by", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G)),
                                Screen.of("numbers-suggested", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            shots.type(KeyCode.SHORTCUT, KeyCode.F);
                                            shots.write("status:");
                                        }),
                                Screen.of("view-save", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E)),
                                Screen.of("numbers-empty", (desk, shots) -> shell(desk, shots, "numbers", 0)),
                                Screen.of("number-add", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            shots.type(KeyCode.SHORTCUT, KeyCode.N);
                                            shots.click(shots.byId("field-e164"));
                                            shots.write("0948353001");
                                        }),
                                Screen.of("number-plan", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            shots.type(KeyCode.SHORTCUT, KeyCode.F);
                                            shots.write("nature:mobile");
                                            shots.type(KeyCode.DOWN);
                                            shots.type(KeyCode.DOWN);
                                            UiTest.onFx(() ->
                                                    shots.one(DetailPane.class).setVvalue(0.6));
                                        }),
                                Screen.of("number-terminate", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            shots.click(shots.byText("01\u00a099\u00a000\u00a000\u00a000"));
                                            shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DELETE);
                                        }),
                                Screen.of("number-terminate-small", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            shots.resize(AppWindow.SMALLEST_WIDTH, AppWindow.SMALLEST_HEIGHT);
                                            shots.click(shots.byText("01\u00a099\u00a000\u00a000\u00a000"));
                                            shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DELETE);
                                        }),
                                Screen.of("numbers-bulk", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> select(shots)),
                                Screen.of("numbers-bulk-edit", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            select(shots);
                                            shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
                                            shots.click(shots.byId("field-description"));
                                            shots.write("Standard");
                                        }),
                                Screen.of("edit-reason", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            shots.click(shots.byText("01\u00a099\u00a000\u00a000\u00a000"));
                                            shots.type(KeyCode.SHORTCUT, KeyCode.J);
                                            shots.write("Reprise du parc, ticket 4812");
                                        }),
                                Screen.of("edit-reason-kept", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            shots.click(shots.byText("01\u00a099\u00a000\u00a000\u00a000"));
                                            shots.type(KeyCode.SHORTCUT, KeyCode.J);
                                            shots.write("Reprise du parc, ticket 4812");
                                            shots.type(KeyCode.ENTER);
                                        }),
                                Screen.of("numbers-bulk-refused", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            select(shots);
                                            shots.type(KeyCode.SHORTCUT, KeyCode.A);
                                            shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
                                            shots.type(KeyCode.ENTER);
                                        }),
                                Screen.of("numbers-bulk-paste", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            shots.clipboard.put(PASTED);
                                            select(shots);
                                            for (int i = 0; i < 8; i++) {
                                                shots.type(KeyCode.RIGHT);
                                            }
                                            shots.type(KeyCode.SHORTCUT, KeyCode.V);
                                        }),
                                Screen.of("numbers-reserved", (desk, shots) -> reserved(desk, shots))
                                        .then((desk, shots) -> shots.type(KeyCode.DOWN)),
                                Screen.of("number-reserve", (desk, shots) -> reserved(desk, shots))
                                        .then((desk, shots) -> {
                                            shots.type(KeyCode.DOWN);
                                            shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);
                                        }),
                                Screen.of("numbers-take", (desk, shots) -> shell(desk, shots, "numbers", 400))
                                        .then((desk, shots) -> {
                                            save(shots, "status:available", "Libres");
                                            shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
                                            shots.write("a");
                                            UiTest.settle();
                                            shots.type(KeyCode.ENTER);
                                            shots.type(KeyCode.TAB);
                                            shots.write("900");
                                        }),
                                Screen.of("ranges", (desk, shots) -> shell(desk, shots, "ranges", 2_000))
                                        .then((desk, shots) -> shots.type(KeyCode.DOWN)),
                                Screen.of("ranges-empty", (desk, shots) -> shell(desk, shots, "ranges", 0)),
                                small("ranges"),
                                Screen.of("range-add", (desk, shots) -> shell(desk, shots, "ranges", 200))
                                        .then((desk, shots) -> {
                                            shots.type(KeyCode.SHORTCUT, KeyCode.N);
                                            shots.click(shots.byId("field-firstNumber"));
                                            shots.write("0144000000");
                                            shots.type(KeyCode.TAB);
                                            shots.write("0144009999");
                                        }),
                                Screen.of("range-take", (desk, shots) -> shell(desk, shots, "ranges", 400))
                                        .then((desk, shots) -> {
                                            shots.type(KeyCode.DOWN);
                                            shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
                                        }),
                                Screen.of("range-complete", (desk, shots) -> shell(desk, shots, "ranges", 200))
                                        .then((desk, shots) -> {
                                            shots.type(KeyCode.DOWN);
                                            shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
                                        }),
                                Screen.of("number-history", (desk, shots) -> past(desk, shots, "numbers"))
                                        .then((desk, shots) -> UiTest.onFx(() ->
                                                shots.one(DetailPane.class).setVvalue(1))),
                                Screen.of("history", (desk, shots) -> past(desk, shots, "history"))
                                        .then((desk, shots) -> shots.type(KeyCode.DOWN)),
                                Screen.of("leaving", (desk, shots) -> shell(desk, shots, "customers", 2_000))
                                        .then((desk, shots) -> leaving(shots)),
                                Screen.of("leaving-small", (desk, shots) -> shell(desk, shots, "customers", 2_000))
                                        .then((desk, shots) -> {
                                            shots.resize(AppWindow.SMALLEST_WIDTH, AppWindow.SMALLEST_HEIGHT);
                                            leaving(shots);
                                        }),
                                Screen.of("leaving-prepared", InventoryScreens::departure)
                                        .then((desk, shots) -> shots.type(KeyCode.DOWN)),
                                Screen.of("home-to-do", (desk, shots) -> toReview(desk, shots, "home")),
                                Screen.of("leaving-to-review", (desk, shots) -> toReview(desk, shots, "change-sets"))
                                        .then((desk, shots) -> shots.type(KeyCode.DOWN)),
                                Screen.of("leaving-review", (desk, shots) -> toReview(desk, shots, "change-sets"))
                                        .then((desk, shots) -> {
                                            shots.type(KeyCode.DOWN);
                                            shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
                                        }),
                                Screen.of("leaving-none", (desk, shots) -> shell(desk, shots, "change-sets", 200)),
                                Screen.of("history-empty", (desk, shots) -> shell(desk, shots, "history", 0)),
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
                                        })),
                        tables)
                .toList();
    }

    private static void leaving(Shots shots) {
        shots.click(shots.byText("CLI00004"));
        shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
        UiTest.settle();
    }

    private static Node departure(Desk desk, Shots shots) throws Exception {
        var profile = shots.closing(
                OpenProfile.withNumbers(Files.createTempDirectory(shots.folder, "profile"), Role.ADMIN, 2_000)
                        .settled());
        var customer =
                profile.workspace.rows().list(Query.of(Customer.TYPE).first(1)).getFirst();
        Departures.of(profile.workspace, customer.row(), LocalDate.of(2026, 11, 30))
                .prepare(profile.workspace.ids().next());
        return shell(desk, shots, "change-sets", profile);
    }

    /** Prepared for a day that is near, and since then the customer took over three contracts. */
    private static Node toReview(Desk desk, Shots shots, String feature) throws Exception {
        var profile = shots.closing(
                OpenProfile.withNumbers(Files.createTempDirectory(shots.folder, "profile"), Role.ADMIN, 400)
                        .settled());
        var rows = profile.workspace.rows();
        var customer = rows.list(Query.of(Customer.TYPE).first(1)).getFirst().row();
        Departures.of(profile.workspace, customer, profile.workspace.today().plusDays(4))
                .prepare(profile.workspace.ids().next());
        rows.list(Query.of(Did.TYPE)
                        .where(new Filter.Is("customerId", customer.id()))
                        .first(3))
                .forEach(did -> profile.open.run(new Intent.Patch(
                        "did",
                        did.row().id(),
                        Map.of("contractHolder", new Change(did.row().get("contractHolder"), customer.label())))));
        return shell(desk, shots, feature, profile);
    }

    private static void save(Shots shots, String line, String name) {
        shots.type(KeyCode.SHORTCUT, KeyCode.F);
        shots.write(line);
        shots.type(KeyCode.ENTER);
        shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
        shots.write(name);
        shots.type(KeyCode.ENTER);
        UiTest.settle();
    }

    /** By the choice at this place of the list. */
    private static void group(Shots shots, int choice) {
        shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
        UiTest.settle();
        for (int i = 0; i < choice; i++) {
            shots.type(KeyCode.DOWN);
        }
        shots.type(KeyCode.ENTER);
        UiTest.settle();
    }

    private static void select(Shots shots) {
        shots.click(shots.byText("01\u00a099\u00a000\u00a000\u00a000"));
        for (int i = 0; i < 7; i++) {
            shots.type(KeyCode.SHIFT, KeyCode.DOWN);
        }
    }

    private static Screen small(String feature) {
        return Screen.of(feature + "-small", (desk, shots) -> shell(desk, shots, feature, 400))
                .then((desk, shots) -> shots.resize(AppWindow.SMALLEST_WIDTH, AppWindow.SMALLEST_HEIGHT));
    }

    private static Node past(Desk desk, Shots shots, String feature) throws Exception {
        var profile = shots.closing(
                OpenProfile.withNumbers(Files.createTempDirectory(shots.folder, "profile"), Role.ADMIN, 400)
                        .settled());
        var first = profile.workspace.rows().list(Query.of(Did.TYPE).first(1)).getFirst();
        new Past(profile.workspace, first.row()).write();
        return shell(desk, shots, feature, profile);
    }

    private static Node reserved(Desk desk, Shots shots) throws Exception {
        var profile = shots.closing(
                OpenProfile.withNumbers(Files.createTempDirectory(shots.folder, "profile"), Role.ADMIN, 400));
        var office = new Reserving(profile);
        office.reserveFirst(6, OpenStore.USER, profile.workspace.today().plusDays(12));
        var shell = shell(desk, shots, "numbers", profile);
        ((ShellView) shell).find("numbers", "réservé:oui");
        return shell;
    }

    private static Node shell(Desk desk, Shots shots, String feature, int numbers) throws Exception {
        var folder = Files.createTempDirectory(shots.folder, "profile");
        var profile = shots.closing(
                numbers == 0
                        ? OpenProfile.in(folder, Role.ADMIN)
                        : OpenProfile.withNumbers(folder, Role.ADMIN, numbers).settled());
        return shell(desk, shots, feature, profile);
    }

    static Node shell(Desk desk, Shots shots, String feature, OpenProfile profile) {
        shots.status.organisationProperty().set("Fimainfo");
        shots.status.connectionProperty().set(Connection.SYNCED);
        shots.status.pendingProperty().set(0);
        shots.status.syncedAtProperty().set(Instant.parse("2026-02-03T09:42:00Z"));
        shots.status.reasonProperty().bind(profile.reason);
        var features = profile.features(desk);
        features.stream()
                .map(Feature::waiting)
                .filter(Objects::nonNull)
                .forEach(waiting -> shots.status.attentionProperty().bind(waiting));
        var commands = new ArrayList<>(profile.commands(desk));
        commands.add(Command.of("account.sign-in-again", Feather.LOG_IN, () -> {}));
        commands.add(
                Command.of("account.reopen", Feather.REFRESH_CW, () -> {}).when(shots.status.rightsChangedProperty()));
        var shell = new ShellView(desk, shots.status, UiTest.PARIS, features, commands);
        shell.open(feature);
        return shell;
    }
}

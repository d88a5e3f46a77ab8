package cadran.desktop;

import cadran.desktop.blocks.SampleBlocks;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.usage.SampleRules;
import cadran.model.organisations.Role;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** The regulator's file of blocks: imported, refused, and what it says of a number; and the rules of use. */
final class BlocksScreens {
    private BlocksScreens() {}

    static List<Screen> all() {
        return List.of(
                Screen.of("blocks-settings", (desk, shots) -> shell(desk, shots, "settings", true)),
                Screen.of("blocks-none", (desk, shots) -> shell(desk, shots, "numbers", false))
                        .then((desk, shots) -> toTheEnd(shots)),
                Screen.of("blocks-import", (desk, shots) -> shell(desk, shots, "numbers", false))
                        .then((desk, shots) -> choose(desk, shots, SampleBlocks.withDoubts())),
                Screen.of("blocks-refused", (desk, shots) -> shell(desk, shots, "numbers", true))
                        .then((desk, shots) -> choose(
                                desk,
                                shots,
                                SampleBlocks.text()
                                        .substring(0, SampleBlocks.text().length() - 20))),
                Screen.of("blocks-differs", (desk, shots) -> shell(desk, shots, "numbers", true))
                        .then((desk, shots) -> {
                            shots.type(KeyCode.SHORTCUT, KeyCode.F);
                            UiTest.onFx(() -> ((TextField) shots.byId("filter")).setText("ported:yes"));
                            UiTest.await(
                                    "narrowed", () -> shots.isShown(desk.texts().get("blocks.differs")));
                            shots.type(KeyCode.DOWN);
                            shots.type(KeyCode.DOWN);
                            toTheEnd(shots);
                        }),
                Screen.of("blocks-rules-of-use", (desk, shots) -> shell(desk, shots, "use-rules", false))
                        .then((desk, shots) -> shots.type(KeyCode.DOWN)),
                Screen.of("usage-rules", (desk, shots) -> ruled(desk, shots, "use-rules"))
                        .then((desk, shots) -> {
                            UiTest.onFx(() -> shots.one(DataGrid.class).focusTable());
                            for (int i = 0; i < 20; i++) {
                                shots.type(KeyCode.DOWN);
                            }
                        }),
                Screen.of("usage-form", (desk, shots) -> ruled(desk, shots, "use-rules"))
                        .then((desk, shots) -> {
                            shots.type(KeyCode.DOWN);
                            shots.type(KeyCode.SHORTCUT, KeyCode.E);
                        }),
                Screen.of("usage-numbers", (desk, shots) -> ruled(desk, shots, "numbers"))
                        .then((desk, shots) -> {
                            shots.type(KeyCode.SHORTCUT, KeyCode.F);
                            UiTest.onFx(() -> ((TextField) shots.byId("filter")).setText("usage:forbidden"));
                            UiTest.await(
                                    "narrowed", () -> desk.background().jobs().isEmpty());
                            shots.type(KeyCode.DOWN);
                            shots.type(KeyCode.DOWN);
                            toTheEnd(shots);
                        }),
                Screen.of("blocks-lookup", (desk, shots) -> shell(desk, shots, "numbers", true))
                        .then((desk, shots) -> {
                            command(desk, shots, "blocks.lookup");
                            shots.write("01.99.00.55.01");
                        }));
    }

    /** What stands beside a number stands under all of its own lines. */
    private static void toTheEnd(Shots shots) {
        UiTest.onFx(() -> shots.one(DetailPane.class).setVvalue(1));
    }

    private static void choose(Desk desk, Shots shots, String text) {
        shots.files.choose(SampleBlocks.write(shots.folder, "MAJNUM.csv", text, SampleBlocks.WINDOWS));
        command(desk, shots, "blocks.import");
    }

    private static void command(Desk desk, Shots shots, String key) {
        shots.type(KeyCode.SHORTCUT, KeyCode.K);
        shots.write(desk.texts().get(key).substring(0, 17));
        shots.type(KeyCode.ENTER);
    }

    private static Node ruled(Desk desk, Shots shots, String feature) throws Exception {
        var folder = Files.createTempDirectory(shots.folder, "profile");
        var profile = shots.closing(OpenProfile.withNumbers(folder, Role.ADMIN, 400));
        SampleRules.sayHowCampaignsCall(profile);
        SampleRules.write(profile);
        return InventoryScreens.shell(desk, shots, feature, profile.settled());
    }

    private static Node shell(Desk desk, Shots shots, String feature, boolean loaded) throws Exception {
        var folder = Files.createTempDirectory(shots.folder, "profile");
        if (loaded) {
            SampleBlocks.use(folder);
        }
        var profile =
                shots.closing(OpenProfile.withNumbers(folder, Role.ADMIN, 400).settled());
        return InventoryScreens.shell(desk, shots, feature, profile);
    }
}

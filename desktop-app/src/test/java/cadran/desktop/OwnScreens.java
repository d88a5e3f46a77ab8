package cadran.desktop;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** An organisation's own fields, over demonstration data. */
final class OwnScreens {
    private OwnScreens() {}

    static List<Screen> all() {
        return List.of(
                Screen.of("own-fields", (desk, shots) -> shell(desk, shots, "own-fields"))
                        .then((desk, shots) -> shots.type(KeyCode.DOWN)),
                Screen.of("own-field-add", (desk, shots) -> shell(desk, shots, "own-fields"))
                        .then((desk, shots) -> shots.type(KeyCode.SHORTCUT, KeyCode.N)),
                Screen.of("numbers-own", (desk, shots) -> shell(desk, shots, "numbers"))
                        .then((desk, shots) -> {
                            shots.type(KeyCode.SHORTCUT, KeyCode.F);
                            shots.write("niveau-de-service:");
                        }),
                Screen.of("numbers-own-many", (desk, shots) -> shell(desk, shots, "numbers"))
                        .then((desk, shots) -> {
                            shots.click(shots.byText("01\u00a099\u00a000\u00a000\u00a000"));
                            shots.type(KeyCode.SHORTCUT, KeyCode.A);
                            shots.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.O);
                        }));
    }

    private static Node shell(Desk desk, Shots shots, String feature) throws Exception {
        var folder = Files.createTempDirectory(shots.folder, "profile");
        var profile = shots.closing(OpenProfile.withNumbers(folder, Role.ADMIN, 400));
        var level =
                field(profile, Map.of("name", "Niveau de service", "kind", "CHOICE", "choices", "Or, Argent, Bronze"));
        var floor = field(profile, Map.of("name", "Étage", "kind", "NUMBER"));
        var check = field(profile, Map.of("name", "Vérifié le", "kind", "DATE"));
        var number =
                profile.workspace.rows().list(Query.of(Did.TYPE)).getFirst().row();
        give(profile, number, level, "textValue", "Or");
        give(profile, number, floor, "numberValue", new BigDecimal("3.0000"));
        give(profile, number, check, "dateValue", LocalDate.of(2026, 11, 2));
        desk.settings().put("grid.did.columns", "e164,status,customerId,own-" + level.id() + ",own-" + floor.id());
        return InventoryScreens.shell(desk, shots, feature, profile.settled());
    }

    private static Row field(OpenProfile profile, Map<String, Object> values) {
        var all = new java.util.HashMap<>(values);
        all.put("active", true);
        var row = OpenStore.row(OwnField.TYPE, all);
        profile.open.run(TestOp.adding(row));
        return row;
    }

    private static void give(OpenProfile profile, Row number, Row field, String in, Object value) {
        profile.open.run(TestOp.adding(
                OpenStore.row(OwnValue.TYPE, Map.of("didId", number.id(), "fieldId", field.id(), in, value))));
    }
}

package cadran.desktop.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.kordamp.ikonli.feather.Feather;

/** What the window itself can do, whatever feature is in front. */
final class ShellCommands {
    private ShellCommands() {}

    static List<Command> of(Desk desk, ShellView shell, Parts parts, Fold navigation, Fold detail) {
        return List.of(
                Command.of("shell.palette", Feather.COMMAND, () -> Palette.open(desk, shell))
                        .onKey(new KeyCodeCombination(KeyCode.K, SHORTCUT_DOWN)),
                Command.of("shell.keys", Feather.HELP_CIRCLE, () -> KeySheet.show(desk, shell))
                        .onKey(new KeyCodeCombination(KeyCode.F1)),
                Command.of("shell.part.next", Feather.LAYOUT, parts::next).onKey(new KeyCodeCombination(KeyCode.F6)),
                Command.of("shell.zoom.in", Feather.ZOOM_IN, () -> desk.look().zoomBy(10))
                        .onKey(new KeyCodeCombination(KeyCode.PLUS, SHORTCUT_DOWN)),
                Command.of("shell.zoom.out", Feather.ZOOM_OUT, () -> desk.look().zoomBy(-10))
                        .onKey(new KeyCodeCombination(KeyCode.MINUS, SHORTCUT_DOWN)),
                Command.of(
                                "shell.zoom.reset",
                                Feather.MAXIMIZE,
                                () -> desk.look().zoomProperty().set(100))
                        .onKey(new KeyCodeCombination(KeyCode.DIGIT0, SHORTCUT_DOWN)),
                Command.of("shell.density.switch", Feather.ALIGN_JUSTIFY, desk.look()::toggleDensity)
                        .onKey(new KeyCodeCombination(KeyCode.H, SHORTCUT_DOWN, SHIFT_DOWN)),
                Command.of("shell.navigation.toggle", Feather.SIDEBAR, navigation::toggle)
                        .onKey(new KeyCodeCombination(KeyCode.B, SHORTCUT_DOWN)),
                Command.of("shell.detail.toggle", Feather.COLUMNS, detail::toggle)
                        .onKey(new KeyCodeCombination(KeyCode.I, SHORTCUT_DOWN)));
    }

    static Command language(Desk desk) {
        return Command.of("shell.language.switch", Feather.GLOBE, () -> {
                    var language = desk.texts().languageProperty();
                    language.set(language.get().other());
                })
                .onKey(new KeyCodeCombination(KeyCode.L, SHORTCUT_DOWN, SHIFT_DOWN));
    }

    static Command theme(Desk desk) {
        return Command.of("shell.theme.switch", Feather.MOON, () -> desk.look().toggle())
                .onKey(new KeyCodeCombination(KeyCode.D, SHORTCUT_DOWN, SHIFT_DOWN));
    }
}

package cadran.desktop.shell;

import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.KeyNames;
import cadran.desktop.ui.Modal;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The keys that work here: the window's, the front feature's, and the grid's where there is one. */
final class KeySheet {
    private record Line(String name, String keys) {}

    private final Desk desk;
    private final Texts texts;

    private KeySheet(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
    }

    static void show(Desk desk, ShellView shell) {
        new KeySheet(desk).open(shell, shell.front());
    }

    private void open(ShellView shell, @Nullable Feature front) {
        var here = new VBox();
        if (front != null) {
            add(here, texts.get(front.titleKey()), lines(front.commands()));
        }
        if (shell.lookup(".data-grid") != null) {
            add(here, texts.get("keys.grid"), gridLines());
        }
        var everywhere = new VBox();
        add(everywhere, texts.get("keys.window"), lines(shell.ownCommands()));
        here.getStyleClass().add("key-sheet-column");
        everywhere.getStyleClass().add("key-sheet-column");
        var groups = new HBox(everywhere);
        if (!here.getChildren().isEmpty()) {
            groups.getChildren().addFirst(here);
        }
        groups.getStyleClass().add("key-sheet");
        var modal = new Modal(texts, texts.bind("keys.title"), groups);
        modal.only("action.close", () -> desk.modals().close(modal));
        desk.modals().show(modal);
    }

    private List<Line> lines(List<Command> commands) {
        var lines = new ArrayList<Line>();
        for (var command : commands) {
            var key = command.key();
            if (key != null) {
                lines.add(new Line(texts.get(command.text()), KeyNames.of(texts, key)));
            }
        }
        return lines;
    }

    private List<Line> gridLines() {
        return List.of(
                new Line(texts.get("keys.grid.type"), texts.get("keys.grid.type.key")),
                new Line(texts.get("keys.grid.down"), texts.get("key.enter")),
                new Line(texts.get("keys.grid.right"), "Tab"),
                new Line(texts.get("keys.grid.cancel"), texts.get("key.escape")),
                new Line(texts.get("keys.grid.select"), texts.get("key.shift") + "+↑↓"),
                new Line(
                        texts.get("keys.grid.all"),
                        KeyNames.of(texts, new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN))));
    }

    private static void add(VBox groups, String title, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var heading = new Label(title);
        heading.getStyleClass().add("key-sheet-heading");
        var group = new VBox(heading);
        group.getStyleClass().add("key-sheet-group");
        for (var line : lines) {
            var name = new Label(line.name());
            name.setMaxWidth(Double.MAX_VALUE);
            name.setWrapText(true);
            HBox.setHgrow(name, Priority.ALWAYS);
            var keys = new Label(line.keys());
            keys.getStyleClass().add("key-name");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            var row = new HBox(name, keys);
            row.getStyleClass().add("key-sheet-line");
            row.setAlignment(Pos.CENTER_LEFT);
            group.getChildren().add(row);
        }
        groups.getChildren().add(group);
    }
}

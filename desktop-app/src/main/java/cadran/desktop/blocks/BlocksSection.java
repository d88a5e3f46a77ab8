package cadran.desktop.blocks;

import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The file in use among the settings: what it is, and another in its place. */
final class BlocksSection extends VBox {
    BlocksSection(Texts texts, BlocksController controller, List<Command> commands) {
        getStyleClass().add("blocks-section");
        var heading = new Label();
        heading.textProperty().bind(texts.bind("blocks.section"));
        heading.getStyleClass().add("settings-heading");
        var name = new Label();
        name.textProperty().bind(texts.bind("blocks.file"));
        name.getStyleClass().add("settings-label");
        var state = new Label();
        state.setId("blocks-state");
        state.setWrapText(true);
        HBox.setHgrow(state, Priority.ALWAYS);
        name.setLabelFor(state);
        var holders = controller.holders();
        state.textProperty().bind(texts.compute(() -> state(texts, holders.get()), holders));
        var line = new HBox(name, state);
        line.getStyleClass().add("settings-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        var buttons = new HBox();
        buttons.getStyleClass().add("settings-line");
        commands.forEach(command -> buttons.getChildren().add(Buttons.of(texts, command)));
        getChildren().addAll(heading, line, buttons);
    }

    private static String state(Texts texts, @Nullable BlockHolders known) {
        if (known == null) {
            return texts.get("problem.blocks.reading");
        }
        return known.file()
                .map(file -> texts.count(
                        "blocks.state",
                        file.blocks().size(),
                        "newest",
                        file.blocks().newest().map(texts.formats()::date).orElse("–")))
                .orElseGet(() -> texts.get("blocks.state.none"));
    }
}

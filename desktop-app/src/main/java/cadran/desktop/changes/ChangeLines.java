package cadran.desktop.changes;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.changes.ChangeState;
import cadran.model.changes.LineOutcome;
import cadran.model.numbers.Did;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where the numbers of the change in focus stand: as it will be, or as it was done. */
final class ChangeLines implements Beside {
    private final Desk desk;
    private final Workspace workspace;
    private final ChangesController controller;
    private final boolean mayWrite;
    private final VBox node = new VBox();
    private final VBox lines = new VBox();
    private @Nullable GridRow shown;

    ChangeLines(Desk desk, Workspace workspace, ChangesController controller, boolean mayWrite) {
        this.desk = desk;
        this.workspace = workspace;
        this.controller = controller;
        this.mayWrite = mayWrite;
        var title = new Label();
        title.textProperty().bind(desk.texts().bind("change.numbers"));
        title.getStyleClass().add("detail-section");
        node.getStyleClass().add("assignments");
        lines.getStyleClass().add("assignments");
        node.getChildren().addAll(title, lines);
        new Refresh(workspace, Set.of(ChangeSet.TYPE, ChangeSetLine.TYPE, Did.TYPE), this::load);
        desk.texts().languageProperty().subscribe(language -> load());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(GridRow row) {
        if (shown == null || !shown.row().id().equals(row.row().id())) {
            lines.getChildren().clear();
        }
        shown = row;
        load();
    }

    private void load() {
        var row = shown;
        if (row == null) {
            return;
        }
        desk.background().run("work.load", progress -> PreparedChange.of(row.row(), workspace.rows()), found -> {
            if (row.equals(shown)) {
                show(row, found);
            }
        });
    }

    private void show(GridRow row, PreparedChange change) {
        lines.getChildren().clear();
        var texts = desk.texts();
        for (var outcome : LineOutcome.values()) {
            long count = change.count(outcome);
            if (count > 0) {
                var key = "change.count."
                        + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
                boolean isAhead = outcome == LineOutcome.DONE && change.set().state() != ChangeState.DONE;
                lines.getChildren()
                        .add(DetailPane.line(
                                texts,
                                new DetailPane.Line(
                                        isAhead ? "change.count.will-be" : key,
                                        texts.formats().number(count))));
            }
        }
        if (change.set().state() == ChangeState.PREPARED && change.lost() > 0) {
            lines.getChildren().add(hint(texts.count("change.lost", change.lost())));
        }
        if (!change.missing().isEmpty()) {
            lines.getChildren()
                    .add(hint(texts.count("change.missing", change.missing().size())));
            if (mayWrite) {
                lines.getChildren()
                        .add(Buttons.of(
                                texts,
                                Command.of("change.add-missing", Feather.PLUS, () -> controller.add(row, change))));
            }
        }
        lines.getChildren()
                .add(Buttons.of(
                        texts, Command.of("change.show-numbers", Feather.LIST, () -> controller.showNumbers(row))));
    }

    private Label hint(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("field-hint");
        label.setFocusTraversable(true);
        return label;
    }

    static boolean isRight(PreparedChange.Line line) {
        return line.now() == LineOutcome.DONE;
    }
}

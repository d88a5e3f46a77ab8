package cadran.desktop.changes;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.InFocus;
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
import org.kordamp.ikonli.feather.Feather;

/** Where the numbers of the change in focus stand: as it will be, or as it was done. */
final class ChangeLines implements Beside {
    private final Desk desk;
    private final ChangesController controller;
    private final boolean mayWrite;
    private final VBox node = new VBox();
    private final VBox lines = new VBox();
    private final InFocus<PreparedChange> focus;

    ChangeLines(Desk desk, Workspace workspace, ChangesController controller, boolean mayWrite) {
        this.desk = desk;
        this.controller = controller;
        this.mayWrite = mayWrite;
        node.getStyleClass().add("assignments");
        lines.getStyleClass().add("assignments");
        node.getChildren().addAll(DetailPane.heading(desk.texts(), "change.numbers"), lines);
        focus = new InFocus<>(
                desk,
                workspace,
                Set.of(ChangeSet.TYPE, ChangeSetLine.TYPE, Did.TYPE),
                row -> progress -> PreparedChange.of(row.row(), workspace.rows(), workspace.today()),
                this::show,
                lines.getChildren()::clear);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(GridRow row) {
        focus.set(row);
    }

    private void show(GridRow row, PreparedChange change) {
        lines.getChildren().clear();
        var texts = desk.texts();
        for (var outcome : LineOutcome.values()) {
            long count = change.count(outcome);
            if (count > 0) {
                boolean isAhead = change.set().state() != ChangeState.DONE;
                var key = "change.count."
                        + (isAhead ? "ahead." : "")
                        + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
                lines.getChildren()
                        .add(DetailPane.line(
                                texts, new DetailPane.Line(key, texts.formats().number(count))));
            }
        }
        if (change.isOverdue()) {
            lines.getChildren().add(hint(texts.get("change.overdue")));
        } else {
            review(row, change);
        }
        if (change.set().state() == ChangeState.DONE && change.toReview() > 0) {
            lines.getChildren().add(hint(texts.count("change.left", change.toReview())));
        }
        lines.getChildren()
                .add(Buttons.of(
                        texts, Command.of("change.show-numbers", Feather.LIST, () -> controller.showNumbers(row))));
    }

    private void review(GridRow row, PreparedChange change) {
        var texts = desk.texts();
        if (change.set().state() == ChangeState.PREPARED && change.lost() > 0) {
            lines.getChildren().add(hint(texts.count("change.lost", change.lost())));
        }
        if (!change.missing().isEmpty()) {
            lines.getChildren()
                    .add(hint(texts.count("change.missing", change.missing().size())));
        }
        if (change.needsReview() && mayWrite) {
            lines.getChildren()
                    .add(Buttons.of(
                            texts, Command.of("change.review", Feather.CHECK_SQUARE, () -> controller.review(row))));
        }
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

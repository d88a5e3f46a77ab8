package cadran.desktop.conflicts;

import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Modal;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the decision about one edit would do to all that wait for the same reason, before it is done. */
final class SimilarPane {
    /** Enough to recognise what they are. */
    private static final int NAMED = 6;

    private final Desk desk;
    private final ConflictText text;
    private final ConflictsController controller;

    SimilarPane(Desk desk, ConflictText text, ConflictsController controller) {
        this.desk = desk;
        this.text = text;
        this.controller = controller;
    }

    void show(Conflict conflict, Map<String, Pick> picks) {
        controller.similar(conflict, alike -> show(conflict, picks, alike));
    }

    private void show(Conflict conflict, Map<String, Pick> picks, List<Conflict> alike) {
        var texts = desk.texts();
        var possible = alike.stream().filter(Conflict::canApply).toList();
        var body = new VBox();
        body.getStyleClass().add("similar");
        body.getChildren().add(label(text.why(conflict), "modal-text"));
        if (!possible.isEmpty()) {
            var plan = plan(conflict, picks);
            plan.getStyleClass().add("similar-plan");
            body.getChildren().add(plan);
        }
        body.getChildren().add(names(alike));
        if (possible.size() < alike.size()) {
            body.getChildren()
                    .add(label(texts.count("conflicts.similar.left", alike.size() - possible.size()), "field-hint"));
        }
        var title = texts.count("conflicts.similar.title", alike.size());
        var modal = new Modal(texts, new SimpleStringProperty(title), body);
        modal.cancel("action.cancel", () -> desk.modals().close(modal)).other("conflicts.similar.dismiss", () -> {
            desk.modals().close(modal);
            controller.dismiss(alike.stream().map(Conflict::id).toList());
        });
        if (ConflictActions.canApply(conflict, picks)) {
            modal.main("conflicts.similar.apply", new SimpleBooleanProperty(true), () -> {
                desk.modals().close(modal);
                controller.apply(possible, picks);
            });
        }
        desk.modals().show(modal);
    }

    private VBox plan(Conflict conflict, Map<String, Pick> picks) {
        var plan = new VBox();
        for (var side : conflict.sides()) {
            var pick = picks.getOrDefault(side.field().name(), side.suggested());
            plan.getChildren()
                    .add(label(
                            desk.texts()
                                    .get(
                                            "conflicts.similar." + pick.word(),
                                            "field",
                                            text.field(conflict, side.field())),
                            null));
        }
        if (plan.getChildren().isEmpty()) {
            plan.getChildren()
                    .add(label(
                            desk.texts()
                                    .get(conflict.isDeletion() ? "conflicts.similar.delete" : "conflicts.similar.send"),
                            null));
        }
        return plan;
    }

    private VBox names(List<Conflict> alike) {
        var names = new VBox();
        alike.stream().limit(NAMED).forEach(each -> names.getChildren().add(label("• " + text.title(each), null)));
        if (alike.size() > NAMED) {
            names.getChildren()
                    .add(label(desk.texts().count("conflicts.similar.more", alike.size() - NAMED), "filter-count"));
        }
        return names;
    }

    private static Label label(String sentence, @Nullable String style) {
        var label = new Label(sentence);
        label.setWrapText(true);
        if (style != null) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}

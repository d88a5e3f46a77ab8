package cadran.desktop.blocks;

import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.Modal;
import cadran.desktop.ui.ProblemLine;
import cadran.model.problem.Problem;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What was read of a chosen file, before it takes the place of the one in use; or why it was not taken. */
final class ImportPane {
    private final Desk desk;
    private final Texts texts;
    private final BlocksController controller;

    ImportPane(Desk desk, BlocksController controller) {
        this.desk = desk;
        this.controller = controller;
        texts = desk.texts();
    }

    void show(String name, Candidate candidate) {
        var body = body();
        candidate.doubt().ifPresent(doubt -> {
            var line = new ProblemLine(texts, "form-problem");
            line.problemProperty().set(doubt);
            body.getChildren().add(line);
        });
        lines(candidate).forEach(line -> body.getChildren().add(DetailPane.line(texts, line)));
        if (!candidate.skipped().isEmpty()) {
            body.getChildren()
                    .add(hint(texts.count("blocks.skipped", candidate.skipped().size())));
            candidate.skipped().forEach(problem -> body.getChildren().add(text("• " + texts.problem(problem))));
        }
        var modal = new Modal(texts, texts.bind("blocks.summary", "name", name), body);
        if (candidate.isInUse()) {
            modal.only("action.close", () -> desk.modals().close(modal));
        } else {
            modal.cancel("action.cancel", () -> desk.modals().close(modal))
                    .main("blocks.use", new SimpleBooleanProperty(true), () -> {
                        desk.modals().close(modal);
                        controller.use(candidate);
                    });
        }
        desk.modals().show(modal);
    }

    private List<DetailPane.Line> lines(Candidate candidate) {
        var file = candidate.file();
        var formats = texts.formats();
        long contradictions = candidate.skipped().stream()
                .filter(problem -> problem.code().equals("blocks.overlap"))
                .count();
        return List.of(
                new DetailPane.Line("blocks.rows", formats.number(file.rows())),
                new DetailPane.Line(
                        "blocks.blocks", formats.number(file.blocks().size())),
                new DetailPane.Line(
                        "blocks.holders", formats.number(file.blocks().holders().size())),
                new DetailPane.Line(
                        "blocks.newest",
                        file.blocks().newest().map(formats::date).orElse("")),
                new DetailPane.Line(
                        "blocks.wrong", formats.number(candidate.skipped().size() - contradictions)),
                new DetailPane.Line("blocks.contradictions", formats.number(contradictions)));
    }

    /** @param hasOther whether another file stays in use */
    void refuse(String name, Problem problem, boolean hasOther) {
        var body = body();
        body.getChildren().add(text(texts.problem(problem)));
        if (hasOther) {
            body.getChildren().add(hint(texts.get("blocks.other-stays")));
        }
        var modal = new Modal(texts, texts.bind("blocks.refused", "name", name), body);
        modal.cancel("action.close", () -> desk.modals().close(modal))
                .main("blocks.choose-another", new SimpleBooleanProperty(true), () -> {
                    desk.modals().close(modal);
                    controller.chooseFile();
                });
        desk.modals().show(modal);
    }

    private static VBox body() {
        var body = new VBox();
        body.getStyleClass().add("blocks-pane");
        return body;
    }

    private static Label text(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("modal-text");
        return label;
    }

    private static Label hint(String sentence) {
        var label = text(sentence);
        label.getStyleClass().add("field-hint");
        return label;
    }
}

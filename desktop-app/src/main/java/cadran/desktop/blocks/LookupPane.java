package cadran.desktop.blocks;

import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.desktop.ui.Modal;
import cadran.model.blocks.Block;
import cadran.model.numbers.Country;
import cadran.model.numbers.FrenchPlan;
import cadran.model.numbers.NumberDisplay;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Who holds the block of any number, as it is typed. */
final class LookupPane {
    /** Such as 3995 or 118 218: they are in the file, and have no international form. */
    private static final Pattern SHORT = Pattern.compile("[1-9][0-9]{2,5}");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\u00a0\\u202f.\\-/()]+");

    private final Desk desk;
    private final BlocksController controller;
    private final NumberParser parser = new NumberParser(NumberingPlan.shipped());
    private final VBox answer = new VBox();
    private final FormField<String> number;
    private final Modal modal;

    LookupPane(Desk desk, BlocksController controller) {
        this.desk = desk;
        this.controller = controller;
        var form = new Form(desk);
        number = form.text("blockNumber", "blocks.lookup.number", "");
        answer.setId("blocks-answer");
        answer.getStyleClass().add("blocks-pane");
        var body = new VBox(form, answer);
        body.getStyleClass().add("form-parts");
        modal = new Modal(desk.texts(), desk.texts().bind("blocks.lookup"), body);
        modal.cancel("action.close", () -> desk.modals().close(modal));
    }

    void show() {
        number.onChange(this::answer);
        var following = controller.holders().subscribe(known -> answer());
        desk.modals().show(modal, following::unsubscribe);
    }

    private void answer() {
        answer.getChildren().clear();
        var typed = number.value();
        var notReady = controller.notReady();
        if (notReady != null) {
            say(desk.texts().problem(notReady));
        } else if (!typed.isBlank()) {
            try {
                answer(typed);
            } catch (ProblemException wrong) {
                say(desk.texts().problem(wrong.problem()));
            }
        }
    }

    private void answer(String typed) {
        var holders = java.util.Objects.requireNonNull(controller.inMemory());
        var digits = BETWEEN_DIGITS.matcher(typed).replaceAll("");
        if (SHORT.matcher(digits).matches()) {
            show(holders, digits, holders.file().flatMap(file -> file.blocks().of(digits)));
            return;
        }
        var read = parser.parse(typed, Country.FRANCE).orThrow();
        if (!FrenchPlan.has(read)) {
            throw Problem.of("blocks.foreign").asException();
        }
        show(holders, NumberDisplay.of(read), holders.of(read.value()));
    }

    private void show(BlockHolders holders, String shown, Optional<Block> block) {
        answer.getChildren().add(line(new DetailPane.Line("field.e164", shown)));
        block.ifPresentOrElse(
                found -> BlockLines.of(desk.texts(), holders, found)
                        .forEach(each -> answer.getChildren().add(line(each))),
                () -> say(desk.texts().problem(Problem.of("blocks.unknown"))));
    }

    private Node line(DetailPane.Line line) {
        return DetailPane.line(desk.texts(), line);
    }

    private void say(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("field-hint");
        answer.getChildren().add(label);
    }
}

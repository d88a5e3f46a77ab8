package cadran.desktop.blocks;

import cadran.desktop.i18n.Texts;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.ui.Badge;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.model.blocks.Block;
import cadran.model.numbers.E164;
import cadran.model.numbers.FrenchPlan;
import cadran.model.problem.Problem;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Who the block of the number in focus was allotted to, whether it stands there, and what to do where it does not. */
final class HolderPanel implements Beside {
    private final Desk desk;
    private final Texts texts;
    private final BlocksController controller;
    private final VBox node = new VBox();
    private final VBox content = new VBox();
    private @Nullable GridRow shown;
    private boolean following;

    HolderPanel(Desk desk, BlocksController controller) {
        this.desk = desk;
        this.controller = controller;
        texts = desk.texts();
        content.getStyleClass().add("holder");
        node.getStyleClass().add("holder");
        node.setId("block-holder");
        node.getChildren().addAll(DetailPane.heading(texts, "blocks.title"), content);
        node.managedProperty().bind(node.visibleProperty());
        texts.languageProperty().subscribe(language -> show());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(GridRow row) {
        shown = row;
        if (!following) {
            following = true;
            controller.holders().subscribe(known -> show());
        }
        show();
    }

    private void show() {
        var row = shown;
        if (row == null) {
            return;
        }
        content.getChildren().clear();
        var number = row.row().text("e164");
        // Of the others the regulator's file can't say anything.
        node.setVisible(number != null && E164.isCanonical(number) && FrenchPlan.has(new E164(number)));
        var problem = controller.notReady();
        var known = controller.inMemory();
        if (problem != null || known == null) {
            notReady(problem);
            return;
        }
        known.of(number)
                .ifPresentOrElse(
                        block -> show(known, row, block), () -> say(texts.problem(Problem.of("blocks.unknown"))));
    }

    private void notReady(@Nullable Problem problem) {
        if (problem != null) {
            say(texts.problem(problem));
            if (problem.code().equals("blocks.none")) {
                act(Command.of("blocks.import", Feather.DOWNLOAD, controller::chooseFile));
            }
        }
    }

    private void show(BlockHolders known, GridRow row, Block block) {
        BlockLines.of(texts, known, block).forEach(line -> content.getChildren().add(DetailPane.line(texts, line)));
        var carrier = row.row().reference("carrierId");
        var name = row.labels().getOrDefault("carrierId", "");
        switch (known.check(java.util.Optional.of(block), carrier)) {
            case SAME -> verdict("state-good", "blocks.same", "");
            case DIFFERS -> {
                verdict(
                        "state-conflict",
                        "blocks.differs",
                        texts.get("blocks.differs.hint", "carrier", name, "holder", known.named(block.holder())));
                openCarrier(carrier);
            }
            case UNKNOWN -> {
                verdict("state-off", "blocks.not-compared", texts.get("blocks.not-compared.hint", "carrier", name));
                openCarrier(carrier);
            }
        }
    }

    private void openCarrier(java.util.@Nullable UUID carrier) {
        if (carrier != null) {
            act(Command.of(
                    "blocks.open-carrier",
                    Feather.ARROW_RIGHT,
                    () -> desk.navigator().open("carriers", carrier.toString())));
        }
    }

    /** Reached by Tab like the lines above it, and read with its reason. */
    private void verdict(String role, String key, String why) {
        var badge = Badge.of(role, texts.bind(key));
        badge.getStyleClass().add("holder-verdict");
        badge.setFocusTraversable(true);
        content.getChildren().add(badge);
        if (!why.isEmpty()) {
            badge.setAccessibleText(texts.get("detail.line", "name", texts.get(key), "value", why));
            say(why);
        }
    }

    private void act(Command command) {
        content.getChildren().add(Buttons.of(texts, command));
    }

    private void say(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("field-hint");
        content.getChildren().add(label);
    }
}

package cadran.desktop.blocks;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Words;
import cadran.desktop.filter.YesNoKey;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.Knowledge;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.model.blocks.HolderCheck;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The regulator's file of number blocks: loaded by its user, looked into offline, shown beside numbers. */
public final class BlocksFeature {
    private final Desk desk;
    private final BlocksController controller;

    /** @param folder of the profile, where the file is kept */
    public BlocksFeature(Desk desk, Workspace workspace, Path folder) {
        this.desk = desk;
        controller = new BlocksController(desk, workspace, folder);
    }

    public List<Command> commands() {
        return List.of(
                Command.of("blocks.import", Feather.DOWNLOAD, controller::chooseFile),
                Command.of("blocks.lookup", Feather.HELP_CIRCLE, () -> new LookupPane(desk, controller).show()));
    }

    /** For the screen of settings. */
    public Node section() {
        return new BlocksSection(desk.texts(), controller, commands());
    }

    public Beside besideNumber() {
        return new HolderPanel(desk, controller);
    }

    public Knowledge ofNumbers() {
        var texts = desk.texts();
        return new Knowledge(
                List.of(GridColumn.<GridRow>of("blockHolder", "blocks.column", this::shown)
                        .width(170)
                        .flexible(110)),
                List.of(
                        new HolderKey(texts, controller),
                        new YesNoKey(
                                new Words(texts),
                                "filter.ported",
                                "filter.ported.names",
                                () -> HolderKey.ready(controller).differs(),
                                // Of a number that nobody can compare it says neither.
                                () -> HolderKey.ready(controller).same())),
                changed -> controller.onChange(changed));
    }

    private String shown(GridRow row) {
        var known = controller.holders().get();
        if (known == null) {
            return "";
        }
        var block = known.of(row.row().text("e164"));
        boolean differs = known.check(block, row.row().reference("carrierId")) == HolderCheck.DIFFERS;
        return block.map(found -> (differs ? "≠ " : "") + known.named(found.holder()))
                .orElse("");
    }
}

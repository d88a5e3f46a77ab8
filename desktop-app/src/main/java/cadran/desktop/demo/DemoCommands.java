package cadran.desktop.demo;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Lane;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.model.organisations.Permission;
import java.util.List;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/** Demonstration data from the palette and from an empty inventory, in three sizes. */
public final class DemoCommands {
    private final Desk desk;
    private final Workspace workspace;

    public DemoCommands(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
    }

    /** The smallest first; none for somebody who may not write. */
    public List<Command> all() {
        return workspace.may(Permission.INVENTORY_WRITE)
                ? Stream.of(200, 2_000, 20_000).map(this::load).toList()
                : List.of();
    }

    /** The one that is offered where there is nothing yet. */
    public List<Command> first() {
        return all().stream().skip(1).limit(1).toList();
    }

    private Command load(int numbers) {
        return Command.of("demo.load." + numbers, Feather.GIFT, () -> {
            var op = new LoadDemo(workspace.clock(), workspace.author().organisation(), numbers);
            desk.background()
                    .run(
                            Lane.WRITER,
                            "work.demo",
                            progress -> workspace.edits().run(op),
                            done -> desk.toasts().show(desk.texts().count("demo.loaded", done.rows())),
                            problem -> desk.toasts().show(desk.texts().problem(problem)));
        });
    }
}

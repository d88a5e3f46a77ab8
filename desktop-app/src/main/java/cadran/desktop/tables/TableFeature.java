package cadran.desktop.tables;

import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.SearchSource;
import cadran.desktop.ui.Command;
import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** A table as a part of the program: its screen, its commands, and its rows in the palette. */
public final class TableFeature implements Feature {
    private final Workspace workspace;
    private final EntityType<?> type;
    private final Ikon icon;
    private final @Nullable String group;
    private final TableView view;
    private final List<Command> commands;
    private boolean started;

    public TableFeature(
            Workspace workspace,
            EntityType<?> type,
            Ikon icon,
            @Nullable String group,
            TableView view,
            List<Command> commands) {
        this.workspace = workspace;
        this.type = type;
        this.icon = icon;
        this.group = group;
        this.view = view;
        this.commands =
                Stream.concat(commands.stream(), view.besideCommands().stream()).toList();
    }

    @Override
    public String id() {
        return type.collection();
    }

    @Override
    public String titleKey() {
        return "entity." + type.name() + ".title";
    }

    @Override
    public Ikon icon() {
        return icon;
    }

    @Override
    public @Nullable String groupKey() {
        return group;
    }

    @Override
    public Permission permission() {
        return type.readPermission();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node detail() {
        return view.detail();
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public SearchSource search() {
        return (query, limit) -> Stream.concat(
                        view.viewsCalled(query).stream(),
                        workspace.rows().choices(type, query, limit).stream()
                                .map(choice -> new SearchSource.Hit(
                                        choice.id().toString(), FieldText.number(choice.label()), "")))
                .limit(limit)
                .toList();
    }

    @Override
    public void onShow() {
        if (!started) {
            started = true;
            view.start();
        }
        view.grid().focusTable();
    }

    @Override
    public void open(String objectId) {
        view.open(objectId);
    }

    @Override
    public void find(String line) {
        view.find(line);
    }
}

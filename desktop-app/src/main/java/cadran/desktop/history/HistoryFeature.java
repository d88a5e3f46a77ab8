package cadran.desktop.history;

import cadran.desktop.client.HistoryApi;
import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.tables.Beside;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Permission;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What happened to rows: all of it as a list, and that of one number as a timeline beside it. */
public final class HistoryFeature implements Feature {
    private final Desk desk;
    private final Workspace workspace;
    private final Older older;
    private final HistoryView view;
    private boolean started;

    /** @param api for what is older than what is kept on this computer */
    public HistoryFeature(Desk desk, Workspace workspace, HistoryApi api) {
        this.desk = desk;
        this.workspace = workspace;
        older = new Older(api);
        view = new HistoryView(desk, workspace, older);
    }

    public Beside besideNumber() {
        return new HistoryPanel(desk, workspace, Did.TYPE, older);
    }

    @Override
    public String id() {
        return "history";
    }

    @Override
    public String titleKey() {
        return "history.title";
    }

    @Override
    public Ikon icon() {
        return Feather.CLOCK;
    }

    @Override
    public Permission permission() {
        return Permission.INVENTORY_READ;
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
        return view.commands();
    }

    @Override
    public void onShow() {
        if (!started) {
            started = true;
            view.start();
        }
        view.grid().focusTable();
    }
}

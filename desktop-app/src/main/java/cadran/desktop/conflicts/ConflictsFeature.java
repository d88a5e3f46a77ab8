package cadran.desktop.conflicts;

import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.tables.Refresh;
import cadran.desktop.tables.Substitutes;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.model.Schema;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The conflict inbox. */
public final class ConflictsFeature implements Feature {
    private final ConflictsController controller;
    private final ConflictsView view;
    private final ConflictActions actions;
    private final Workspace workspace;
    private final IntegerProperty waiting = new SimpleIntegerProperty(0);
    private boolean started;

    /** @param substitutes knows other rows for those that somebody else was faster with */
    public ConflictsFeature(Desk desk, Workspace workspace, ZoneId zone, Substitutes substitutes) {
        this.workspace = workspace;
        controller = new ConflictsController(desk, workspace, substitutes);
        var text = new ConflictText(desk.texts(), zone);
        view = new ConflictsView(desk, text, controller);
        actions = new ConflictActions(
                desk,
                view,
                controller,
                new SendAgain(desk, workspace, controller),
                new SimilarPane(desk, text, controller));
        view.setActions(actions);
    }

    /** Keeps count from here on. */
    public void watch() {
        new Refresh(workspace, Set.copyOf(Schema.TYPES), this::count);
        count();
    }

    /** Counts anew what waits: decisions only, not what a later edit replaced. */
    private void count() {
        controller.count(waiting::set);
    }

    @Override
    public ReadOnlyIntegerProperty waiting() {
        return waiting;
    }

    @Override
    public String id() {
        return "conflicts";
    }

    @Override
    public String titleKey() {
        return "conflicts.title";
    }

    @Override
    public Ikon icon() {
        return Feather.INBOX;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        return actions.commands();
    }

    @Override
    public void onShow() {
        if (!started) {
            started = true;
            new Refresh(workspace, Set.copyOf(Schema.TYPES), view::load);
        }
        view.load();
        view.focusList();
    }
}

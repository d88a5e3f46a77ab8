package cadran.desktop.conflicts;

import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.model.Schema;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The conflict inbox. */
public final class ConflictsFeature implements Feature {
    private final ConflictsController controller;
    private final ConflictsView view;
    private final Workspace workspace;
    private final IntegerProperty waiting = new SimpleIntegerProperty(0);
    private boolean started;

    public ConflictsFeature(Desk desk, Workspace workspace, ZoneId zone) {
        this.workspace = workspace;
        controller = new ConflictsController(desk, workspace);
        view = new ConflictsView(desk, zone, controller);
    }

    /** Keeps count from here on. */
    public void watch() {
        controller.onAnswered(this::count);
        new Refresh(workspace, Set.copyOf(Schema.TYPES), this::count);
        count();
    }

    /** Counts anew what waits. */
    public void count() {
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
        return Feather.ALERT_TRIANGLE;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                command("conflicts.keep-theirs", Feather.CHECK, KeyCode.ENTER, controller::keepTheirs),
                command("conflicts.take-mine", Feather.REPEAT, KeyCode.M, controller::takeMine));
    }

    private Command command(String text, Ikon icon, KeyCode key, BiConsumer<Conflict, Runnable> action) {
        return Command.of(text, icon, () -> {
                    var conflict = view.current().get();
                    if (conflict != null) {
                        action.accept(conflict, view::load);
                    }
                })
                .onKey(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN))
                .when(view.current().isNotNull());
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

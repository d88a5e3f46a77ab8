package cadran.desktop.dashboard;

import cadran.desktop.dashboard.DashboardView.Part;
import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.Reminder;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Permission;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The screen that everybody comes home to. */
public final class DashboardFeature implements Feature {
    private static final String ID = "home";

    private final Desk desk;
    private final Workspace workspace;
    private final List<Command> starters;
    private final List<Reminder> reminders;
    private @Nullable DashboardView view;

    /**
     * @param starters ways to fill an empty organisation besides typing a number
     * @param reminders of what needs the user soon
     */
    public DashboardFeature(Desk desk, Workspace workspace, List<Command> starters, List<Reminder> reminders) {
        this.desk = desk;
        this.workspace = workspace;
        this.starters = List.copyOf(starters);
        this.reminders = List.copyOf(reminders);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String titleKey() {
        return "home.title";
    }

    @Override
    public Ikon icon() {
        return Feather.HOME;
    }

    @Override
    public Permission permission() {
        return Did.TYPE.readPermission();
    }

    @Override
    public Node view() {
        var made = view;
        if (made == null) {
            made = new DashboardView(
                    desk,
                    workspace,
                    new DashboardController(desk, workspace),
                    starters,
                    new ToDo(desk.texts(), reminders));
            view = made;
        }
        return made;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("home.show.charts", Feather.BAR_CHART_2, () -> bring(Part.CHARTS)),
                Command.of("home.show.customers", Feather.BRIEFCASE, () -> bring(Part.CUSTOMERS)),
                Command.of("home.show.regions", Feather.MAP_PIN, () -> bring(Part.REGIONS)),
                Command.of("bulk.copy", Feather.COPY, this::copy)
                        .onKey(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN)));
    }

    /** The palette offers them wherever one is. */
    private void bring(Part part) {
        desk.navigator().open(ID);
        if (view != null) {
            view.bring(part);
        }
    }

    private void copy() {
        if (view != null) {
            view.copy();
        }
    }

    @Override
    public void onShow() {
        if (view != null) {
            view.takeFocus();
        }
    }
}

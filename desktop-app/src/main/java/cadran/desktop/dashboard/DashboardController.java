package cadran.desktop.dashboard;

import cadran.desktop.edit.Workspace;
import cadran.desktop.tables.Refresh;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.Region;
import cadran.model.catalog.StockLevel;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberPrice;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Counts while somebody looks, counts again after changes, and leads to what was counted. */
final class DashboardController {
    private static final String UNUSED_DAYS = "home.unused-days";
    private static final int USUAL_DAYS = 90;
    /** A first sync changes rows all the time, and the processors have other things to do. */
    private static final Duration BREATH = Duration.millis(700);

    private final Desk desk;
    private final Workspace workspace;
    private final TableController levels;
    private final ReadOnlyObjectWrapper<@Nullable Overview> overview = new ReadOnlyObjectWrapper<>(null);
    private final IntegerProperty unusedDays;
    private final PauseTransition breath = new PauseTransition(BREATH);
    private boolean shown;
    private boolean reading;
    private boolean stale = true;

    DashboardController(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        levels = new TableController(desk, workspace, StockLevel.TYPE);
        unusedDays = new SimpleIntegerProperty(desk.settings()
                .get(UNUSED_DAYS)
                .filter(days -> days.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(USUAL_DAYS));
        unusedDays.subscribe((before, now) -> {
            desk.settings().put(UNUSED_DAYS, now.toString());
            changed();
        });
        breath.setOnFinished(event -> readIfStale());
        new Refresh(
                workspace,
                Set.of(
                        Did.TYPE,
                        Assignment.TYPE,
                        NumberPrice.TYPE,
                        StockLevel.TYPE,
                        Customer.TYPE,
                        Campaign.TYPE,
                        Carrier.TYPE,
                        Region.TYPE,
                        NumberType.TYPE),
                this::changed);
    }

    /** Null until it was counted for the first time; stays what it was while it is counted again. */
    ReadOnlyObjectProperty<@Nullable Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** For how long nobody must have used a number for it to be told. */
    IntegerProperty unusedDaysProperty() {
        return unusedDays;
    }

    /** Nothing is counted for a screen that nobody sees. */
    void isShown(boolean now) {
        shown = now;
        var known = overview.get();
        if (now && known != null && !known.today().equals(workspace.today())) {
            stale = true;
        }
        readIfStale();
    }

    private void changed() {
        stale = true;
        readIfStale();
    }

    private void readIfStale() {
        if (!shown || !stale || reading || breath.getStatus() == PauseTransition.Status.RUNNING) {
            return;
        }
        stale = false;
        reading = true;
        int days = unusedDays.get();
        desk.background().run("work.load", progress -> new OverviewReader(workspace).read(days), overview::set, () -> {
            reading = false;
            breath.playFromStart();
        });
    }

    void open(Slice.Target target) {
        desk.background()
                .run(
                        "work.load",
                        progress -> target.line().apply(new Lines(desk.texts(), workspace.rows())),
                        line -> desk.navigator().find(target.list(), line));
    }

    boolean maySetLevels() {
        return levels.mayWrite();
    }

    void addLevel() {
        levels.add(added -> {});
    }

    void openLevels() {
        desk.navigator().open(StockLevel.TYPE.collection());
    }
}

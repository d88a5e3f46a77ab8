package cadran.desktop.changes;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Latest;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.shell.Reminder;
import cadran.desktop.tables.FilterPhrases;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Desk;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.changes.ChangeState;
import cadran.model.numbers.Did;
import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.kordamp.ikonli.feather.Feather;

/** Tells who may see to it of prepared changes whose day is near, or past, and that would not do what was prepared. */
final class ChangesToReview {
    private static final int NEAR_DAYS = 7;

    private final Desk desk;
    private final Workspace workspace;
    private final IntegerProperty count = new SimpleIntegerProperty(0);
    private final Latest counting;

    private ChangesToReview(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        counting = desk.background().latest("work.load");
    }

    static Reminder watched(Desk desk, Workspace workspace) {
        var changes = new ChangesToReview(desk, workspace);
        if (workspace.may(ChangeSet.TYPE.writePermission())) {
            new Refresh(workspace, Set.of(ChangeSet.TYPE, ChangeSetLine.TYPE, Did.TYPE), changes::count);
            changes.count();
        }
        return new Reminder("change.to-review", Feather.CALENDAR, changes.count, changes::show);
    }

    private void count() {
        var today = workspace.today();
        var near = Query.unordered(ChangeSet.TYPE)
                .where(List.of(
                        new Filter.Is("state", ChangeState.PREPARED.name()),
                        new Filter.Between("takesEffectOn", null, today.plusDays(NEAR_DAYS))));
        counting.run(
                progress -> Math.toIntExact(workspace.rows().list(near).stream()
                        .filter(set -> PreparedChange.of(set.row(), workspace.rows(), today)
                                .needsReview())
                        .count()),
                count::set);
    }

    private void show() {
        desk.background()
                .run(
                        "work.load",
                        progress -> new FilterPhrases(desk.texts(), workspace.rows(), ChangeSet.TYPE)
                                .codes("state", ChangeState.PREPARED.name()),
                        line -> desk.navigator().find(ChangeSet.TYPE.collection(), line));
    }
}

package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Words;
import cadran.desktop.platform.Latest;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.shell.Reminder;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.MemberName;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.kordamp.ikonli.feather.Feather;

/** Tells the holder of reservations which of them end within days or are over, until they take or free the numbers. */
final class EndingReservations {
    private static final int SOON_DAYS = 3;

    private final Desk desk;
    private final Workspace workspace;
    private final IntegerProperty count = new SimpleIntegerProperty(0);
    private final Latest counting;

    private EndingReservations(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        counting = desk.background().latest("work.load");
    }

    static Reminder watched(Desk desk, Workspace workspace) {
        var ending = new EndingReservations(desk, workspace);
        new Refresh(workspace, Set.of(Did.TYPE), ending::count);
        ending.count();
        return new Reminder("reservation.ending", Feather.BOOKMARK, ending.count, ending::show);
    }

    private LocalDate soon() {
        return workspace.today().plusDays(SOON_DAYS);
    }

    private void count() {
        var query = Query.unordered(Did.TYPE)
                .where(List.of(
                        new Filter.Is("reservedForId", workspace.author().user()),
                        new Filter.Between("reservedUntil", null, soon()),
                        new Filter.Is("status", DidStatus.AVAILABLE.name())));
        counting.run(progress -> Math.toIntExact(workspace.rows().count(query)), count::set);
    }

    /** In a line that its reader can go on from. */
    private void show() {
        var me = workspace.author().user();
        desk.background()
                .run(
                        "work.load",
                        progress -> Optional.ofNullable(workspace.rows().label(MemberName.TYPE, me)),
                        name -> {
                            var words = new Words(desk.texts());
                            var until = desk.texts().formats().date(soon().plusDays(1));
                            desk.navigator()
                                    .find(
                                            Did.TYPE.collection(),
                                            words.usual("filter.key.reservedforid") + ":\"" + name.orElse("") + "\" "
                                                    + words.usual("filter.reserved.names") + "<" + until);
                        });
    }
}

package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Words;
import cadran.desktop.platform.Latest;
import cadran.desktop.query.Numbers;
import cadran.desktop.shell.Reminder;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.MemberName;
import cadran.model.numbers.Did;
import cadran.model.organisations.Permission;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.kordamp.ikonli.feather.Feather;

/** Tells who may free them of numbers that are kept for somebody who is no active member any more. */
final class LeftReservations {
    private final Desk desk;
    private final Workspace workspace;
    private final IntegerProperty count = new SimpleIntegerProperty(0);
    private final Latest counting;

    private LeftReservations(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        counting = desk.background().latest("work.load");
    }

    static Reminder watched(Desk desk, Workspace workspace) {
        var left = new LeftReservations(desk, workspace);
        if (workspace.may(Permission.RESERVATION_RELEASE)) {
            new Refresh(workspace, Set.of(Did.TYPE, MemberName.TYPE), left::count);
            left.count();
        }
        return new Reminder("reservation.left", Feather.USER_X, left.count, left::show);
    }

    private void count() {
        var query = Numbers.all(Numbers.reservedForNobodyHere(workspace.today()));
        counting.run(progress -> Math.toIntExact(workspace.rows().count(query)), count::set);
    }

    private void show() {
        var words = new Words(desk.texts());
        desk.navigator()
                .find(
                        Did.TYPE.collection(),
                        words.usual("filter.reserved.names") + ":" + words.usual(ReservedKey.LEFT));
    }
}

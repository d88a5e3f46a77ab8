package cadran.desktop.ranges;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.EditLabel;
import cadran.desktop.tables.Substitutes;
import cadran.desktop.tables.TakeOffered;
import cadran.model.numbers.NumberRange;
import cadran.model.sync.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other free numbers of the same range, for those of a take that somebody else was given first. */
final class TakeInstead implements Substitutes {
    private final Workspace workspace;

    TakeInstead(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public @Nullable Offer of(EditLabel label, int lost) {
        if (!label.key().equals(TakeNumbers.LABEL) || label.way() == EditLabel.Way.UNDONE) {
            return null;
        }
        var wish = TakeNumbers.Wish.of(label.args());
        var row = wish == null ? null : workspace.rows().find(NumberRange.TYPE, wish.range());
        if (wish == null || row == null) {
            return null;
        }
        var range = NumberRange.TYPE.read(row);
        var others = free(range, wish, lost);
        var taking = new TakeOffered(
                label,
                others,
                () -> free(range, wish, others.size()),
                found -> TakeNumbers.taking(found, wish.customer(), workspace.rows(), workspace.today()));
        return new Offer(lost, others, others.isEmpty() ? null : taking);
    }

    private List<Row> free(NumberRange range, TakeNumbers.Wish wish, int most) {
        return workspace
                .rows()
                .numbersOf(range)
                .free(wish.customer(), workspace.author().user(), workspace.today(), most);
    }
}

package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.query.Query;
import cadran.desktop.store.EditLabel;
import cadran.desktop.tables.Substitutes;
import cadran.desktop.tables.TableFilter;
import cadran.desktop.tables.TakeOffered;
import cadran.model.numbers.Did;
import org.jspecify.annotations.Nullable;

/** Other numbers that still match, for those of a take that somebody else was given first. */
final class TakeInstead implements Substitutes {
    private final Workspace workspace;
    private final TableFilter grammar;

    TakeInstead(Workspace workspace, TableFilter grammar) {
        this.workspace = workspace;
        this.grammar = grammar;
    }

    @Override
    public @Nullable Offer of(EditLabel label, int lost) {
        if (!label.key().equals(TakeMatching.LABEL) || label.way() == EditLabel.Way.UNDONE) {
            return null;
        }
        var wish = TakeMatching.Wish.of(label.args());
        var filters = grammar.read(wish.line());
        if (filters.isEmpty()) {
            return null;
        }
        var among = Query.of(Did.TYPE).where(filters.get());
        var others = free().first(among, wish.customer(), lost);
        var taking = new TakeOffered(
                label,
                others,
                () -> free().first(among, wish.customer(), others.size()),
                found -> TakeMatching.taking(found, wish.customer(), workspace.rows(), workspace.today()));
        return new Offer(lost, others, others.isEmpty() ? null : taking);
    }

    private FreeNumbers free() {
        return new FreeNumbers(workspace.rows(), workspace.author().user(), workspace.today());
    }
}

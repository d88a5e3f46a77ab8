package cadran.desktop.numbers;

import cadran.desktop.edit.Op;
import cadran.desktop.edit.Workspace;
import cadran.desktop.query.Query;
import cadran.desktop.store.EditLabel;
import cadran.desktop.store.Rows;
import cadran.desktop.tables.Substitutes;
import cadran.desktop.tables.TableFilter;
import cadran.model.numbers.Did;
import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        return new Offer(lost, others, others.isEmpty() ? null : new Taking(others, among, wish));
    }

    private FreeNumbers free() {
        return new FreeNumbers(workspace.rows(), workspace.author().user(), workspace.today());
    }

    /** Those that were offered and no others, as long as they are free. */
    private final class Taking implements Op {
        private final List<Row> offered;
        private final Query among;
        private final TakeMatching.Wish wish;

        private Taking(List<Row> offered, Query among, TakeMatching.Wish wish) {
            this.offered = offered;
            this.among = among;
            this.wish = wish;
        }

        @Override
        public String labelKey() {
            return TakeMatching.LABEL;
        }

        @Override
        public Map<String, String> labelArgs() {
            return TakeMatching.labelArgs(wish, offered.size());
        }

        @Override
        public List<Intent> intents(Rows rows) {
            var now = free().first(among, wish.customer(), offered.size());
            var ids = ids(offered);
            long gone = ids.stream().filter(id -> !ids(now).contains(id)).count();
            if (gone > 0) {
                throw Problem.of("edit.changed_since_preview")
                        .with("count", gone)
                        .asException();
            }
            return TakeMatching.taking(now, wish.customer(), rows, workspace.today());
        }

        private static List<UUID> ids(List<Row> rows) {
            return rows.stream().map(Row::id).toList();
        }
    }
}

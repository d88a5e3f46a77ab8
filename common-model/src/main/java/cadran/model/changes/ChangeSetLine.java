package cadran.model.changes;

import cadran.model.numbers.LeavingEffect;
import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import cadran.model.sync.UniqueKey;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a prepared change does to one number.
 *
 * @param seenHolder who held the number's contract when that was decided: over another holder it is not done
 * @param outcome what became of it; empty until it took effect
 * @param refusal code of the problem that stood in the way
 */
public record ChangeSetLine(
        UUID id,
        UUID changeSetId,
        UUID didId,
        LeavingEffect effect,
        @Nullable String seenHolder,
        @Nullable LineOutcome outcome,
        @Nullable String refusal) {
    public static final EntityType<ChangeSetLine> TYPE = EntityType.of(
                    "change_set_line", "change-set-lines", ChangeSetLine.class)
            .fields(
                    Field.reference("changeSetId", "change_set").mandatory().merged(MergeClass.IDENTITY),
                    Field.reference("didId", "did").mandatory().merged(MergeClass.IDENTITY),
                    Field.code("effect", LeavingEffect.class).mandatory().merged(MergeClass.COMMERCIAL),
                    Field.text("seenHolder", 200),
                    Field.code("outcome", LineOutcome.class).needing(Permission.CHANGES_REPORT),
                    Field.text("refusal", 60).needing(Permission.CHANGES_REPORT))
            .partOf("changeSetId")
            .unique(UniqueKey.of("changeSetId", "didId"))
            .labelled("seenHolder")
            .rules(new Rules())
            .build();

    private static final class Rules implements RowRules {
        @Override
        public @Nullable Problem checkBeside(@Nullable Row before, Row after, Neighbours beside) {
            boolean isDecided = before == null
                    || !Objects.equals(before.get("effect"), after.get("effect"))
                    || !Objects.equals(before.get("seenHolder"), after.get("seenHolder"));
            var closed = isDecided ? whileOpen(after, beside) : null;
            return closed == null && before == null ? inTime(after, beside) : closed;
        }

        @Override
        public @Nullable Problem checkDelete(Row row, Neighbours beside) {
            return whileOpen(row, beside);
        }

        private static @Nullable Problem inTime(Row line, Neighbours beside) {
            var set = set(line, beside);
            return set != null && ChangeSet.isOver(set, beside.today())
                    ? Problem.of("change_set.day_has_begun").at("changeSetId")
                    : null;
        }

        private static @Nullable Row set(Row line, Neighbours beside) {
            return beside.find(ChangeSet.TYPE, Objects.requireNonNull(line.reference("changeSetId")));
        }

        private static @Nullable Problem whileOpen(Row line, Neighbours beside) {
            var set = set(line, beside);
            boolean isOpen = set == null
                    || ChangeSet.isIn(set, ChangeState.PREPARED)
                    || ChangeSet.isIn(set, ChangeState.WITHDRAWN);
            return isOpen ? null : Problem.of("change_set.has_begun").at("changeSetId");
        }
    }
}

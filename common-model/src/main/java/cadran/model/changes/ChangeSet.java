package cadran.model.changes;

import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes of many rows that were reviewed together and take effect together, when a day begins. Until then nothing has
 * happened, so to take it back is to delete or withdraw it. The server alone says that it is done.
 *
 * @param takesEffectOn the first day on which it holds
 * @param description why; the history of each row that it changes says so
 * @param preparedById the member who did
 * @param restCount how many lines it shall have that take a number into its rest; it waits until it has them
 * @param portOutCount how many of those whose number waits for its port-out
 */
public record ChangeSet(
        UUID id,
        ChangeKind kind,
        UUID customerId,
        LocalDate takesEffectOn,
        ChangeState state,
        String description,
        @Nullable UUID preparedById,
        BigDecimal restCount,
        BigDecimal portOutCount) {
    public static final EntityType<ChangeSet> TYPE = EntityType.of("change_set", "change-sets", ChangeSet.class)
            .fields(
                    Field.code("kind", ChangeKind.class).mandatory().merged(MergeClass.IDENTITY),
                    Field.reference("customerId", "customer").mandatory().merged(MergeClass.IDENTITY),
                    Field.date("takesEffectOn").mandatory().merged(MergeClass.IDENTITY),
                    Field.code("state", ChangeState.class).mandatory().merged(MergeClass.MACHINE),
                    Field.text("description", 500).mandatory(),
                    Field.reference("preparedById", "member").merged(MergeClass.IDENTITY),
                    Field.decimal("restCount", 0).mandatory().merged(MergeClass.COMMERCIAL),
                    Field.decimal("portOutCount", 0).mandatory().merged(MergeClass.COMMERCIAL))
            .labelled("description")
            .rules(new Rules())
            .build();

    /** Further ahead nobody plans; a year that was mistyped is. */
    private static final int FARTHEST_YEARS = 5;

    /** What is wrong with preparing something for a day, or null: what has begun would happen at once, as of then. */
    public static @Nullable Problem checkDay(LocalDate day, LocalDate today) {
        if (!day.isAfter(today)) {
            return Problem.of("change_set.day_not_to_come").at("takesEffectOn");
        }
        var farthest = today.plusYears(FARTHEST_YEARS);
        return day.isAfter(farthest)
                ? Problem.of("change_set.day_too_far").with("until", farthest).at("takesEffectOn")
                : null;
    }

    /** Whether all that it was prepared with is there: its rows may arrive in several parts. */
    public boolean isComplete(long lines) {
        return lines >= restCount.add(portOutCount).longValue();
    }

    static boolean isIn(Row set, ChangeState state) {
        return state.name().equals(set.text("state"));
    }

    /** Its day is past: what makes it whole now would make it happen as of then, over what was done since. */
    static boolean isOver(Row set, LocalDate today) {
        return set.get("takesEffectOn") instanceof LocalDate day && day.isBefore(today);
    }

    private static final class Rules implements RowRules {
        private static final List<String> COUNTS = List.of("restCount", "portOutCount");

        @Override
        public @Nullable Problem check(Row row) {
            boolean isLess = false;
            boolean isAny = false;
            for (var field : COUNTS) {
                int sign = row.get(field) instanceof BigDecimal count ? count.signum() : 0;
                isLess |= sign < 0;
                isAny |= sign > 0;
            }
            return isLess || !isAny
                    ? Problem.of("field.out_of_range").with("decimals", 0).at("restCount")
                    : null;
        }

        @Override
        public @Nullable Problem checkBeside(@Nullable Row before, Row after, Neighbours beside) {
            if (before == null) {
                return isIn(after, ChangeState.PREPARED)
                        ? checkDay((LocalDate) Objects.requireNonNull(after.get("takesEffectOn")), beside.today())
                        : Problem.of("change_set.begins_prepared").at("state");
            }
            if (COUNTS.stream().anyMatch(field -> !Objects.equals(before.get(field), after.get(field)))) {
                return checkWhole(before, beside.today());
            }
            // It would happen at once, as of then, and undo what its numbers did since.
            boolean isLate = after.get("takesEffectOn") instanceof LocalDate day && !day.isAfter(beside.today());
            return isLate && isIn(before, ChangeState.WITHDRAWN) && isIn(after, ChangeState.PREPARED)
                    ? Problem.of("change_set.day_has_begun").at("state")
                    : null;
        }

        /** Who says with how many lines it is whole may bring it to happen. */
        private static @Nullable Problem checkWhole(Row set, LocalDate today) {
            boolean hasBegun = isIn(set, ChangeState.APPLYING) || isIn(set, ChangeState.DONE);
            return hasBegun
                    ? Problem.of("change_set.has_begun").at("restCount")
                    : isOver(set, today)
                            ? Problem.of("change_set.day_has_begun").at("restCount")
                            : null;
        }

        /** What has begun to happen stays told. */
        @Override
        public @Nullable Problem checkDelete(Row row, Neighbours beside) {
            return isIn(row, ChangeState.PREPARED) || isIn(row, ChangeState.WITHDRAWN)
                    ? null
                    : Problem.of("change_set.has_begun");
        }

        @Override
        public @Nullable Problem checkMove(String field, String from, String to) {
            var state = ChangeState.valueOf(from);
            if (state.mayMoveTo(ChangeState.valueOf(to))) {
                return null;
            }
            boolean hasBegun = state == ChangeState.APPLYING || state == ChangeState.DONE;
            return hasBegun
                    ? Problem.of("change_set.has_begun").at(field)
                    : Objects.requireNonNull(RowRules.super.checkMove(field, from, to));
        }

        @Override
        public @Nullable Permission moveNeeds(String field, String from, String to) {
            var next = ChangeState.valueOf(to);
            return next == ChangeState.APPLYING || next == ChangeState.DONE ? Permission.CHANGES_REPORT : null;
        }
    }
}

package cadran.model.sync;

import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds for the rows of one type beyond each field's own check. Pure, so client and server decide alike. */
public interface RowRules {
    RowRules NONE = new RowRules() {};

    /** What is wrong with this row as a whole, or null. */
    default @Nullable Problem check(Row row) {
        return null;
    }

    /** What is wrong with it when one looks at the rows beside it, or null. Asked of a row that is right by itself. */
    default @Nullable Problem checkBeside(@Nullable Row before, Row after, Neighbours beside) {
        return null;
    }

    /** Why it may not be deleted as things stand, or null. What refers to it is looked at before. */
    default @Nullable Problem checkDelete(Row row, Neighbours beside) {
        return null;
    }

    /** What is left of a patch that takes an earlier edit back: what would have ended by itself since is not made again. */
    default Map<String, Change> takenBack(Map<String, Change> changes, LocalDate today) {
        return changes;
    }

    /** Why the machine field may not go from one state to the other, or null. */
    default @Nullable Problem checkMove(String field, String from, String to) {
        return Problem.of("state.move_not_allowed")
                .with("from", from)
                .with("to", to)
                .at(field);
    }

    /** The right that a move needs beside the right to write, or null. */
    default @Nullable Permission moveNeeds(String field, String from, String to) {
        return null;
    }
}

package cadran.model.catalog;

import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What holds for a field that counts days. */
record DayRules(String field) implements RowRules {
    /** Ten years: more is a slip of the key. */
    private static final int MOST = 3_650;

    @Override
    public @Nullable Problem check(Row row) {
        return row.get(field) instanceof BigDecimal days
                        && (days.signum() < 0 || days.compareTo(BigDecimal.valueOf(MOST)) > 0)
                ? Problem.of("field.not_days").with("max", MOST).at(field)
                : null;
    }
}

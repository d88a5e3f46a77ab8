package cadran.desktop.query;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that have something in common.
 *
 * @param values of the fields that a {@link Grouping} names, in its order; null where the field is empty
 * @param sum of the amount that it names; null without one, and where no row has it
 */
public record Group(
        List<@Nullable Object> values, long count, @Nullable BigDecimal sum) {}

package cadran.desktop.query;

import cadran.model.sync.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * References sort by what they are called. Empty values come last either way.
 *
 * @param beside in which other row the field is, null for the row itself
 */
public record Sort(
        String field, boolean descending, @Nullable Beside beside) {
    /**
     * The row of another type that points here with a field and has this value in one more: there is one of them, or none.
     *
     * @param order texts that stand in an order of their own, all others behind them; empty for that of the values
     */
    public record Beside(EntityType<?> type, String pointer, String which, Object value, List<String> order) {
        public Beside {
            order = List.copyOf(order);
        }
    }

    public Sort(String field, boolean descending) {
        this(field, descending, null);
    }

    public static Sort up(String field) {
        return new Sort(field, false);
    }

    public static Sort down(String field) {
        return new Sort(field, true);
    }
}

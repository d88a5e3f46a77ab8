package cadran.desktop.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many rows of a query there are of each value of a field, or of each pair of values of two.
 *
 * @param fields what one group's rows have in common. Amounts are only added up within one currency: whoever sums them
 *     names it among these
 * @param sum an amount to add up, or null
 */
public record Grouping(
        Query query, List<String> fields, @Nullable String sum) {
    public Grouping {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("groups by nothing");
        }
    }

    public static Grouping of(Query query, String... fields) {
        return new Grouping(query, List.of(fields), null);
    }

    public Grouping summing(String amount) {
        return new Grouping(query, fields, amount);
    }
}

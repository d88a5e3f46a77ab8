package cadran.desktop.query;

import cadran.model.sync.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows a list shows. An empty field is in no span, has no member and holds no text. */
public sealed interface Filter {
    /** In place of a field: the row itself. */
    String ID = "id";

    /** Null asks for rows where the field is empty. */
    record Is(String field, @Nullable Object value) implements Filter {}

    record In(String field, List<?> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }
    }

    /** Both ends belong to it; null leaves one open. */
    record Between(
            String field, @Nullable Object from, @Nullable Object to) implements Filter {}

    /**
     * The field's text has this many characters and lies in one of thousands of spans, which as many {@link Between} would
     * take minutes for.
     *
     * @param bounds the first and the last text of each span, both of which belong to it, one after another without
     *     anything between them; in order, and no two spans overlap
     */
    record Spans(String field, int length, String bounds) implements Filter {
        public Spans {
            if (length < 1 || bounds.length() % (2 * length) != 0) {
                throw new IllegalArgumentException("No pairs of " + length + " characters: " + bounds.length());
            }
        }

        public boolean has(@Nullable String text) {
            return SpanSearch.has(text, length, bounds);
        }
    }

    /** Of a field that holds several. */
    record Has(String field, String member) implements Filter {}

    /** The field's text has this somewhere, case and accents aside. */
    record Contains(String field, String text) implements Filter {}

    /** Something of the row has this somewhere: a word or the digits of a number, as {@link SearchText} folds them. */
    record Text(String fragment) implements Filter {}

    /** The row that the field points to is one of these. */
    record Whose(EntityType<?> type, String field, Filter of) implements Filter {}

    /** A row of another type is one of these and points here with its field. */
    record Having(EntityType<?> type, String field, Filter of) implements Filter {}

    record Not(Filter filter) implements Filter {}

    record All(List<Filter> filters) implements Filter {
        public All {
            filters = List.copyOf(filters);
        }
    }

    record Any(List<Filter> filters) implements Filter {
        public Any {
            filters = List.copyOf(filters);
        }
    }

    static Filter all(List<Filter> filters) {
        return filters.size() == 1 ? filters.getFirst() : new All(filters);
    }

    static Filter any(List<Filter> filters) {
        return filters.size() == 1 ? filters.getFirst() : new Any(filters);
    }
}

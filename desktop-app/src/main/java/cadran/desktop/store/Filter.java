package cadran.desktop.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows a list shows. */
public sealed interface Filter {
    /** In place of a field: the row itself. */
    String ID = "id";

    String field();

    /** Null asks for rows where the field is empty. */
    record Is(String field, @Nullable Object value) implements Filter {}

    record In(String field, List<?> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }
    }
}

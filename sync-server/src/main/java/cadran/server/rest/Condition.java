package cadran.server.rest;

import cadran.model.sync.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One filter of a list; all of them must hold. */
sealed interface Condition {
    /** The field has one of these values; null among them means that it may be empty. */
    record AnyOf(Field field, List<@Nullable Object> values) implements Condition {}

    record AtLeast(Field field, Object value) implements Condition {}

    record AtMost(Field field, Object value) implements Condition {}
}

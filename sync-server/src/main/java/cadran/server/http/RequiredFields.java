package cadran.server.http;

import cadran.model.problem.Problem;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A component of a request's record that isn't {@code @Nullable} must have been in the body. */
final class RequiredFields {
    private RequiredFields() {}

    static void require(Record record, String path) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            var name = path + component.getName();
            var value = read(record, component);
            if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw Problem.of("field.required").at(name).asException();
            }
            if (value instanceof Record inner) require(inner, name + ".");
            if (value instanceof Collection<?> many) requireAll(many, name);
        }
    }

    private static void requireAll(Collection<?> many, String name) {
        int index = 0;
        for (Object one : many) {
            var at = name + "[" + index++ + "]";
            if (one == null) throw Problem.of("field.required").at(at).asException();
            if (one instanceof Record inner) require(inner, at + ".");
        }
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

package cadran.model.problem;

import java.util.List;

/** What comes out of reading something typed: the value with what a person should look at, or the reason why there is none. */
public sealed interface Checked<T> {
    record Valid<T>(T value, List<Problem> warnings) implements Checked<T> {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    record Invalid<T>(Problem problem) implements Checked<T> {}

    static <T> Checked<T> valid(T value) {
        return new Valid<>(value, List.of());
    }

    static <T> Checked<T> invalid(Problem problem) {
        return new Invalid<>(problem);
    }

    default T orThrow() {
        return switch (this) {
            case Valid<T>(T value, var _) -> value;
            case Invalid<T>(var problem) -> throw problem.asException();
        };
    }
}

package cadran.model.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was expected to be able to fail and did. It carries no sentence: the desktop turns the code and
 * the arguments into one in the user's language, a third program reads the code.
 *
 * @param code dotted and stable, such as {@code row.referenced}; the text key is {@code problem.} + code
 * @param args named values for the text's placeholders
 * @param field the input the problem is about, if it is about one
 */
public record Problem(
        String code, Map<String, String> args, @Nullable String field) {
    public Problem {
        args = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(args));
    }

    public static Problem of(String code) {
        return new Problem(code, Map.of(), null);
    }

    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(args);
        more.put(name, String.valueOf(value));
        return new Problem(code, more, field);
    }

    public Problem at(String fieldName) {
        return new Problem(code, args, fieldName);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}

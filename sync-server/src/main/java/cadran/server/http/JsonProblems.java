package cadran.server.http;

import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What Jackson says about a body, as codes. Its own sentences quote the input and stay here. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(JacksonException failure) {
        if (failure.getCause() instanceof ProblemException refused) return refused.problem();
        var text = String.valueOf(failure.getOriginalMessage());
        var problem = switch (failure) {
            case StreamConstraintsException ignored ->
                Problem.of(text.contains("nesting depth") ? "json.too_deep" : "json.too_long");
            case StreamReadException ignored ->
                Problem.of(text.startsWith("Duplicate") ? "json.duplicate_property" : "json.malformed");
            case UnrecognizedPropertyException unknown ->
                Problem.of("json.unknown_property").with("name", unknown.getPropertyName());
            case InvalidFormatException invalid -> {
                var type = invalid.getTargetType();
                yield type != null && type.isEnum()
                        ? Problem.of("json.unknown_value").with("expected", names(type))
                        : Problem.of("json.wrong_type");
            }
            case MismatchedInputException ignored ->
                Problem.of(
                        text.startsWith("Trailing token") || text.startsWith("No content")
                                ? "json.malformed"
                                : "json.wrong_type");
            default -> Problem.of("json.malformed");
        };
        var field = field(failure);
        return field.isEmpty() ? problem : problem.at(field);
    }

    private static String names(Class<?> type) {
        return java.util.Arrays.stream(type.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    private static String field(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                if (!path.isEmpty()) path.append('.');
                path.append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}

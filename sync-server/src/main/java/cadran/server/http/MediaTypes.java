package cadran.server.http;

import cadran.model.problem.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a client sends and what it is ready to take, against what the route does. */
final class MediaTypes {
    private MediaTypes() {}

    static void requireAcceptable(@Nullable String accept, String produced) {
        if (accept == null || accept.isBlank()) return;
        for (String range : accept.split(",", -1)) {
            var type = withoutParameters(range);
            boolean refused = range.replace(" ", "").matches(".*;q=0(\\.0*)?");
            boolean fits = type.equals("*/*")
                    || type.equals(produced)
                    || (type.endsWith("/*") && produced.startsWith(type.substring(0, type.length() - 1)));
            if (fits && !refused) return;
        }
        throw HttpProblem.of(406, Problem.of("http.not_acceptable").with("offered", produced));
    }

    static void requireSupported(@Nullable String contentType, String consumed) {
        if (contentType == null || !withoutParameters(contentType).equals(consumed)) {
            throw HttpProblem.of(415, Problem.of("http.unsupported_media_type").with("expected", consumed));
        }
        var lower = contentType.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
        if (lower.contains("charset=") && !lower.contains("charset=utf-8")) {
            throw HttpProblem.of(415, Problem.of("http.unsupported_media_type").with("expected", "charset=utf-8"));
        }
    }

    private static String withoutParameters(String range) {
        int end = range.indexOf(';');
        return (end < 0 ? range : range.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}

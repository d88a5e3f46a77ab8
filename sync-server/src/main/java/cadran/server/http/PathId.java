package cadran.server.http;

import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import io.javalin.http.Context;
import java.util.UUID;

/** An id in the path. What isn't one names nothing, and so is not found. */
public final class PathId {
    private PathId() {}

    public static UUID of(Context request, String name) {
        var text = request.pathParam(name);
        try {
            var id = UUID.fromString(text);
            // Java reads others as well, and drops the digits that are too many.
            if (id.toString().equalsIgnoreCase(text)) return id;
        } catch (IllegalArgumentException notAnId) {
            throw notFound();
        }
        throw notFound();
    }

    private static ProblemException notFound() {
        return Problem.of("row.not_found").asException();
    }
}

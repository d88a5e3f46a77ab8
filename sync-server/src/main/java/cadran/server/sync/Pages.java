package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.server.http.HttpProblem;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** How pages are asked for and answered. */
final class Pages {
    private static final int OLDEST_SCHEMA = 1;
    private static final int CONFLICT = 409;

    private Pages() {}

    /** Who is too old can't read our rows; what waits in its outbox we take all the same. */
    static void requireSchema(Context request) {
        long schema = number(request, "schema", Schema.NUMBER);
        if (schema < OLDEST_SCHEMA) {
            throw HttpProblem.of(CONFLICT, Problem.of("sync.schema").with("oldest", OLDEST_SCHEMA));
        }
        requireNoNewer(schema);
    }

    /** What a newer program sends may be of tables that we don't have; it waits until we do. */
    static void requireNoNewer(long schema) {
        if (schema > Schema.NUMBER) {
            throw HttpProblem.of(CONFLICT, Problem.of("sync.server_too_old").with("newest", Schema.NUMBER));
        }
    }

    static String required(Context request, String name) {
        var text = request.queryParam(name);
        if (text == null) throw Problem.of("query.required").at(name).asException();
        return text;
    }

    static long number(Context request, String name, long byDefault) {
        var text = request.queryParam(name);
        if (text == null) return byDefault;
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.of("json.wrong_type")
                    .with("expected", "integer")
                    .at(name)
                    .asException();
        }
        return Long.parseLong(text);
    }

    static void answer(Context request, byte[] packed) throws IOException {
        var accepted = request.header("Accept-Encoding");
        request.header("Vary", "Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            request.header("Content-Encoding", "gzip");
            request.outputStream().write(packed);
        } else {
            new GZIPInputStream(new ByteArrayInputStream(packed)).transferTo(request.outputStream());
        }
    }
}

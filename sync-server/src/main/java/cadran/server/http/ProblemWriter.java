package cadran.server.http;

import cadran.model.problem.Problem;
import cadran.model.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** A problem as RFC 9457 sees it: codes and arguments, never a sentence. */
final class ProblemWriter {
    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemWriter() {}

    static byte[] write(int status, Problem problem, @Nullable String support) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("type", "urn:cadran:problem:" + problem.code());
        node.put("status", status);
        node.put("code", problem.code());
        var args = node.putObject("args");
        problem.args().forEach(args::put);
        if (problem.field() != null) node.put("field", problem.field());
        if (support != null) node.put("support", support);
        return Json.MAPPER.writeValueAsBytes(node);
    }
}

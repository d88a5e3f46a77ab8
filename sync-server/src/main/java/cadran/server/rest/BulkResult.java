package cadran.server.rest;

import cadran.model.problem.Problem;
import cadran.model.wire.OperationJson;
import cadran.server.http.ProblemStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of one item.
 *
 * @param status what a request of its own would have been answered with
 * @param id of the row, null where there is none
 * @param version of the row as it stands now, 0 where there is none
 */
record BulkResult(
        int status,
        @Nullable String ref,
        @Nullable UUID id,
        long version,
        @Nullable Problem problem) {
    static BulkResult refused(@Nullable String ref, @Nullable UUID id, Problem problem) {
        return new BulkResult(ProblemStatus.of(problem), ref, id, 0, problem);
    }

    boolean isDone() {
        return problem == null;
    }

    ObjectNode json() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("status", status);
        if (ref != null) node.put("ref", ref);
        if (id != null) node.put("id", id.toString());
        if (version > 0) node.put("version", version);
        if (problem != null) node.set("problem", OperationJson.write(problem));
        return node;
    }
}

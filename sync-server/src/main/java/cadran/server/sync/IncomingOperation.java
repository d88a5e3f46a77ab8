package cadran.server.sync;

import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Operation;
import cadran.model.wire.OperationJson;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operation as it came. What names it must be right; an intent that this server can't read, of a newer program
 * perhaps, is refused on its own, so that it doesn't keep back those behind it.
 */
record IncomingOperation(
        UUID id,
        long number,
        String entity,
        @Nullable Operation operation,
        @Nullable Problem unreadable) {
    private static final int LONGEST_ENTITY = 40;

    static IncomingOperation read(JsonNode node) {
        var id = OperationJson.readId(node);
        long number = OperationJson.readNumber(node);
        try {
            var operation = OperationJson.read(node);
            return new IncomingOperation(id, number, operation.intent().entity(), operation, null);
        } catch (ProblemException problem) {
            return new IncomingOperation(id, number, entity(node), null, problem.problem());
        }
    }

    private static String entity(JsonNode node) {
        var entity = node.path("intent").path("entity").asString("");
        return entity.matches("[a-z0-9_]{1," + LONGEST_ENTITY + "}") ? entity : "unknown";
    }

    Operation readable() {
        return Objects.requireNonNull(operation);
    }
}

package cadran.server.sync;

import cadran.model.sync.Operation;
import java.util.List;

/** An operation, on whose behalf it is done, and what that author has seen. */
record Submission(Author author, SeenVersions seen, Operation operation) {
    static List<Submission> of(Author author, List<Operation> operations) {
        return operations.stream()
                .map(operation -> new Submission(author, SeenVersions.NONE, operation))
                .toList();
    }
}

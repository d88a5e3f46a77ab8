package cadran.server.sync;

import cadran.model.sync.Operation;
import cadran.model.sync.Row;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a row its author has seen, where that is more than the base version of the operation: what the
 * author's own earlier operations made of the row. Those count only as long as nobody else's change came in between.
 */
interface SeenVersions {
    SeenVersions NONE = new SeenVersions() {
        @Override
        public long after(Operation operation) {
            return -1;
        }

        @Override
        public void decided(Operation operation, @Nullable Row row, boolean seen) {}
    };

    /** The version that {@link Operation#after} left behind, or -1. */
    long after(Operation operation);

    void decided(Operation operation, @Nullable Row row, boolean seen);
}

package cadran.desktop.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the local copy follows the server.
 *
 * @param feed null before the first pull, and, once synced, until everything was taken anew
 * @param schema of the program that filled the copy: a newer one knows columns that it lacks
 */
public record SyncState(
        @Nullable UUID feed,
        long cursor,
        String hash,
        int schema,
        @Nullable Instant syncedAt) {
    /** The cursor of a copy whose rows are of a history that the server does not have any more. */
    public static final long LOST_HISTORY = -1;

    /** Whether versions of rows here mean the same to the server. */
    public boolean isOfServersHistory() {
        return cursor != LOST_HISTORY;
    }
}

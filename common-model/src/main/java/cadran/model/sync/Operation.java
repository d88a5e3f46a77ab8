package cadran.model.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An intent on its way from a device to the server.
 *
 * @param id of the operation, kept when it is sent again under another number after a fork
 * @param number contiguous per device from 1
 * @param group ties the rows of one bulk edit together for display and undo
 * @param at when the author did it, by the author's clock; shown, never used for order
 * @param baseVersion version of the server's row that the author saw, 0 for none
 * @param after number of this device's latest earlier operation on the same row that the server had not answered, or 0: what that one made of the row, the author saw too
 * @param reason why, in the author's words, for the history; null where none was given
 */
public record Operation(
        UUID id,
        long number,
        @Nullable UUID group,
        Instant at,
        long baseVersion,
        long after,
        Intent intent,
        @Nullable String reason) {
    /** In characters. */
    public static final int LONGEST_REASON = 500;

    public Operation(
            UUID id, long number, @Nullable UUID group, Instant at, long baseVersion, long after, Intent intent) {
        this(id, number, group, at, baseVersion, after, intent, null);
    }

    public Operation numbered(long newNumber, long newAfter) {
        return new Operation(id, newNumber, group, at, baseVersion, newAfter, intent, reason);
    }
}

package cadran.desktop.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the history was taken from the server.
 *
 * @param cursor 0 before the first page
 * @param hash what the server told with the page, which it wants back
 * @param since what is older only the server has; null before the first page
 */
public record HistoryState(
        long cursor, String hash, @Nullable Instant since) {
    public static final HistoryState NOTHING = new HistoryState(0, "", null);
}

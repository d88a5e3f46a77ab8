package cadran.server.sync;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a client is in a feed, and by its hash in which history; nothing at all is the beginning. */
record FeedPosition(
        @Nullable UUID feed, long cursor, @Nullable String hash) {}

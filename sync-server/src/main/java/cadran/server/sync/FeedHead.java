package cadran.server.sync;

import java.util.UUID;

/**
 * Where an organisation's feed stands.
 *
 * @param hash of everything up to {@code seq}
 * @param floor the oldest cursor from which every change can still be told
 */
record FeedHead(UUID feed, long seq, String hash, long floor) {
    static final String NOTHING = "0".repeat(64);
}

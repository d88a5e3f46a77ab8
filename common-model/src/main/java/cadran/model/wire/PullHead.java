package cadran.model.wire;

import java.util.UUID;

/**
 * What a page of changes starts with.
 *
 * @param feed identity of the organisation's feed; another one means another history
 * @param from the cursor that was asked from
 * @param to the cursor to store with these rows; never in the middle of a transaction of the server
 * @param hash of the feed's history up to {@code to}: sent back with the cursor, it tells a forked history
 * @param more there is another page already
 */
public record PullHead(UUID feed, long from, long to, String hash, int schema, boolean more) {}

package cadran.server.sync;

import cadran.model.ids.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Parts of snapshots that were made, for the next who starts from nothing: twenty desktops on a Monday morning read the
 * tables once. Loads that begin within some minutes begin at the same place of the feed, so that they can share.
 */
final class SnapshotCache {
    private static final Duration FRESH = Duration.ofMinutes(10);
    /** Changes that every load would have to catch up with; more of them, and a new beginning is cheaper. */
    private static final long BEHIND_AT_MOST = 20_000;
    /** A million numbers packed are about forty. */
    private static final long MEMORY = 96L << 20;

    private final InstantSource clock;
    private final Map<OrganisationId, Beginning> beginnings = new HashMap<>();
    private final LinkedHashMap<Key, Snapshot.Part> parts = new LinkedHashMap<>(16, 0.75f, true);
    private long memory;

    SnapshotCache(InstantSource clock) {
        this.clock = clock;
    }

    /** @param hash of the feed there: a restored backup gives out the same places again for other changes */
    record Beginning(UUID feed, long at, String hash, Instant made) {}

    record Key(OrganisationId organisation, Set<String> entities, String place) {}

    /** Where others began lately. */
    synchronized @Nullable Beginning beginning(OrganisationId organisation, FeedHead head) {
        var known = beginnings.get(organisation);
        boolean good = known != null
                && known.feed().equals(head.feed())
                && known.at() <= head.seq()
                && known.at() >= head.floor()
                && head.seq() - known.at() <= BEHIND_AT_MOST
                && isFresh(known);
        return good ? known : null;
    }

    /** A load begins where the feed stands. */
    synchronized void begin(OrganisationId organisation, FeedHead head) {
        beginnings.values().removeIf(old -> !isFresh(old));
        beginnings.put(organisation, new Beginning(head.feed(), head.seq(), head.hash(), clock.instant()));
    }

    private boolean isFresh(Beginning beginning) {
        return clock.instant().isBefore(beginning.made().plus(FRESH));
    }

    /** How many organisations it keeps a beginning of. */
    synchronized int organisations() {
        return beginnings.size();
    }

    /** @param at the place of the feed that it must not be older than */
    synchronized Snapshot.@Nullable Part find(Key key, UUID feed, long at) {
        var part = parts.get(key);
        return part != null && part.feed.equals(feed) && part.at >= at ? part : null;
    }

    synchronized void keep(Key key, Snapshot.Part part) {
        forget(parts.put(key, part));
        memory += part.packed.length;
        var oldest = parts.values().iterator();
        while (memory > MEMORY && oldest.hasNext()) {
            forget(oldest.next());
            oldest.remove();
        }
    }

    private void forget(Snapshot.@Nullable Part part) {
        if (part != null) memory -= part.packed.length;
    }
}

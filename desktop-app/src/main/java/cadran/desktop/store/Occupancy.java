package cadran.desktop.store;

import cadran.model.numbers.DidStatus;
import java.util.Map;

/**
 * How many of a range's numbers are what.
 *
 * @param size of the range
 * @param counts by status; each number once, by what it is now
 * @param resting of the available ones
 * @param reserved of the available ones that don't rest
 */
public record Occupancy(long size, Map<DidStatus, Long> counts, long resting, long reserved) {
    public Occupancy {
        counts = Map.copyOf(counts);
    }

    public long of(DidStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    /** Given to a customer, working or not. */
    public long used() {
        return of(DidStatus.ASSIGNED) + of(DidStatus.IN_USE);
    }

    public long free() {
        return of(DidStatus.AVAILABLE) - resting - reserved;
    }

    /** There, but neither used nor to be had: on order, resting, reserved, given back. */
    public long aside() {
        return of(DidStatus.ORDERED) + resting + reserved + of(DidStatus.TERMINATED);
    }

    /** Of the range, and not a number of the organisation. */
    public long missing() {
        return size - counts.values().stream().mapToLong(count -> count).sum();
    }
}

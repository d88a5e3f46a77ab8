package cadran.desktop.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is counted for the home screen, at one moment and in no language.
 *
 * @param stands all numbers
 * @param regions and carriers and customers: numbers that are not terminated; empty ids are those of none
 * @param costs of numbers that are not terminated
 * @param restsEnding in the week of today, by day
 * @param unused for more than {@code unusedDays}
 * @param running assignments of today by campaign
 * @param planned what the monthly cost comes to at the beginning of months to come, by currency; without months in which
 *     nothing changes
 * @param names of all that ids stand for
 */
record Overview(
        LocalDate today,
        Map<Stand, Long> stands,
        List<Tally> regions,
        List<Tally> carriers,
        List<Tally> customers,
        List<Cost> costs,
        Map<LocalDate, Long> restsEnding,
        int unusedDays,
        List<Cost> unused,
        List<Level> levels,
        Map<UUID, Long> running,
        List<Planned> planned,
        Map<UUID, String> names) {

    /** Numbers that have a region, a carrier or a customer in common. */
    record Tally(Optional<UUID> id, Map<Stand, Long> stands) {
        long of(Stand stand) {
            return stands.getOrDefault(stand, 0L);
        }

        long total() {
            return sum(stands);
        }
    }

    /** Numbers of a customer in a currency. */
    record Cost(Optional<UUID> customer, String currency, long count, BigDecimal sum) {}

    /** A stock level, and how many are free now. */
    record Level(UUID id, UUID type, Optional<UUID> region, long minimum, long free) {
        long missing() {
            return Math.max(0, minimum - free);
        }
    }

    record Planned(LocalDate from, String currency, BigDecimal change) {}

    long of(Stand stand) {
        return stands.getOrDefault(stand, 0L);
    }

    /** Terminated ones are in no figure but their own. */
    long live() {
        return sum(stands) - of(Stand.TERMINATED);
    }

    boolean isEmpty() {
        return sum(stands) == 0 && levels.isEmpty();
    }

    private static long sum(Map<Stand, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}

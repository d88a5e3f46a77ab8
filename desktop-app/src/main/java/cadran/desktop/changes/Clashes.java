package cadran.desktop.changes;

import cadran.desktop.store.Rows;
import cadran.model.catalog.Customer;
import cadran.model.catalog.MemberName;
import cadran.model.numbers.LeavingEffect;
import cadran.model.numbers.Reservation;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What others have in mind with the numbers of a customer who leaves.
 *
 * @param staying reserved numbers by their holder that would rest: they stay with the customer as long as they are reserved
 * @param reserved the others that are reserved today, by their holder
 * @param planned how many numbers have an assignment that would begin on the day or later: it is taken out
 * @param shared numbers by the campaign of another customer that they work for
 */
record Clashes(
        SortedMap<String, Long> staying,
        SortedMap<String, Long> reserved,
        long planned,
        SortedMap<String, Long> shared) {

    /** Gathers them number by number. */
    static final class Gathering {
        private final UUID customer;
        private final LocalDate day;
        private final LocalDate today;
        private final Map<UUID, Row> campaigns;
        private final Map<UUID, Long> staying = new HashMap<>();
        private final Map<UUID, Long> reserved = new HashMap<>();
        private final Map<UUID, Long> shared = new HashMap<>();
        private long planned;

        Gathering(UUID customer, LocalDate day, LocalDate today, Map<UUID, Row> campaigns) {
            this.customer = customer;
            this.day = day;
            this.today = today;
            this.campaigns = campaigns;
        }

        /** @param ending its assignments that would run on the day or later */
        void add(Row did, LeavingEffect effect, List<Row> ending) {
            if (Reservation.runsUntil(did, today) != null) {
                boolean stays = effect == LeavingEffect.RESTS && Reservation.runsUntil(did, day) != null;
                (stays ? staying : reserved)
                        .merge(Objects.requireNonNull(did.reference("reservedForId")), 1L, Long::sum);
            }
            var others = new HashSet<UUID>();
            boolean isPlanned = false;
            for (var assignment : ending) {
                isPlanned |= assignment.get("startsOn") instanceof LocalDate from && !from.isBefore(day);
                var campaign = campaigns.get(Objects.requireNonNull(assignment.reference("campaignId")));
                if (campaign != null && !customer.equals(campaign.reference("customerId"))) {
                    others.add(campaign.id());
                }
            }
            others.forEach(campaign -> shared.merge(campaign, 1L, Long::sum));
            planned += isPlanned ? 1 : 0;
        }

        Clashes named(Rows rows) {
            var named = new TreeMap<String, Long>();
            shared.forEach((id, count) -> {
                var campaign = Objects.requireNonNull(campaigns.get(id));
                var whose = rows.label(Customer.TYPE, Objects.requireNonNull(campaign.reference("customerId")));
                named.merge(campaign.label() + (whose == null ? "" : ", " + whose), count, Long::sum);
            });
            return new Clashes(byHolder(rows, staying), byHolder(rows, reserved), planned, named);
        }

        private static SortedMap<String, Long> byHolder(Rows rows, Map<UUID, Long> counts) {
            var named = new TreeMap<String, Long>();
            counts.forEach((id, count) ->
                    named.merge(Objects.requireNonNullElse(rows.label(MemberName.TYPE, id), "?"), count, Long::sum));
            return named;
        }
    }

    static long sum(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}

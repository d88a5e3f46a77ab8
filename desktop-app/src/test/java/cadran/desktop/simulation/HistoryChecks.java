package cadran.desktop.simulation;

import cadran.model.numbers.DidStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each change starts where the one before it ended, states move as they may, and the last one is what the rows are. */
final class HistoryChecks {
    private static final List<String> TAKING = List.of(
            "status", "customerId", "groupId", "reservedForId", "reservedById", "reservedUntil", "reservationReason");

    /** Fields that tell a type by themselves. */
    private static final List<List<String>> KEYS = List.of(
            List.of("e164"),
            List.of("didId", "fieldId"),
            List.of("changeSetId", "didId"),
            List.of("typeId", "regionId", "minimum"),
            List.of("carrierId", "name", "accountReference"));

    private final History history;

    HistoryChecks(History history) {
        this.history = history;
    }

    void check() {
        Map<UUID, Map<String, @Nullable String>> rows = new LinkedHashMap<>();
        for (var change : history.changes) {
            var before = rows.getOrDefault(change.row(), Map.of());
            for (var field : change.fields().propertyNames()) {
                if (!same(before.get(field), change.before(field))) {
                    throw new Violation(
                            "every change starts where the last one ended",
                            change + " finds " + before.get(field) + " in " + field);
                }
            }
            legalMove(change);
            notTaken(change, before);
            if (change.action().equals("delete")) {
                rows.remove(change.row());
            } else {
                var after = new LinkedHashMap<>(before);
                change.fields().propertyNames().forEach(field -> after.put(field, change.after(field)));
                rows.put(change.row(), after);
            }
        }
        equal(rows);
        history.rows.values().stream()
                .filter(row -> row.containsKey("campaignId") && row.containsKey("didId") && row.get("endsOn") == null)
                .forEach(this::fits);
        heldOnce();
    }

    /** What is kept for somebody nobody else takes or deletes; who may free it takes it from its holder in so many words. */
    private static void notTaken(History.Change change, Map<String, @Nullable String> before) {
        var who = change.user().toString();
        boolean isKept = before.get("reservedForId") != null
                && "AVAILABLE".equals(before.get("status"))
                && !change.user().equals(new UUID(0, 0))
                && !who.equals(before.get("reservedForId"))
                && !who.equals(before.get("reservedById"))
                && String.valueOf(before.get("reservedUntil")).compareTo("2050") > 0;
        boolean frees = change.fields().has("reservedForId") && !change.action().equals("delete");
        boolean takes = change.action().equals("delete")
                || TAKING.stream().anyMatch(field -> change.fields().has(field));
        if (isKept && takes && !frees) {
            throw new Violation("what is kept for somebody nobody else takes", change + " of " + before);
        }
    }

    /** Said once more here, so that what the product says about it can be wrong. */
    private void heldOnce() {
        var seen = new HashSet<List<@Nullable String>>();
        for (var row : history.rows.values()) {
            for (var key : KEYS) {
                boolean isOfType = row.keySet().containsAll(key);
                boolean isLive = !"TERMINATED".equals(row.get("status"));
                var value = new ArrayList<@Nullable String>(key);
                key.forEach(field -> value.add(row.get(field)));
                if (isOfType && isLive && !seen.add(value)) {
                    throw new Violation("what only one can have one has", value.toString());
                }
            }
        }
    }

    /** What somebody did to a number, and somebody else to its assignment at the same time, goes together. */
    private void fits(Map<String, @Nullable String> assignment) {
        var did = history.rows.get(UUID.fromString(Objects.requireNonNull(assignment.get("didId"))));
        var campaign = history.rows.get(UUID.fromString(Objects.requireNonNull(assignment.get("campaignId"))));
        if (did == null
                || campaign == null
                || !same(did.get("customerId"), campaign.get("customerId"))
                || Set.of("AVAILABLE", "TERMINATED").contains(String.valueOf(did.get("status")))) {
            throw new Violation(
                    "what works for a campaign is its customer's", assignment + " of " + did + " for " + campaign);
        }
    }

    private static void legalMove(History.Change change) {
        String was = change.before("state");
        boolean isPersons = was != null && change.after("state") != null;
        if (isPersons
                && !Set.of("PREPARED", "WITHDRAWN").containsAll(Set.of(was, String.valueOf(change.after("state"))))) {
            throw new Violation("states move as they may", change.toString());
        }
        String from = change.before("status");
        String to = change.after("status");
        if (from != null && to != null && !DidStatus.valueOf(from).mayMoveTo(DidStatus.valueOf(to))) {
            throw new Violation("states move as they may", change.toString());
        }
    }

    private void equal(Map<UUID, Map<String, @Nullable String>> told) {
        if (!told.keySet().equals(history.rows.keySet())) {
            throw new Violation("the audit log tells every row", told.keySet() + " but " + history.rows.keySet());
        }
        history.rows.forEach((id, values) -> values.forEach((field, value) -> {
            String last = Objects.requireNonNull(told.get(id)).get(field);
            if (!same(last, value)) {
                throw new Violation(
                        "the audit log tells every change", id + "." + field + " is " + value + ", not " + last);
            }
        }));
    }

    static boolean same(@Nullable String a, @Nullable String b) {
        if (a == null || b == null || a.equals(b)) {
            return Objects.equals(a, b);
        }
        return isFlag(a, b) || isNumber(a, b);
    }

    private static boolean isFlag(String a, String b) {
        return (a.equalsIgnoreCase("true") || a.equalsIgnoreCase("false")) && a.equalsIgnoreCase(b);
    }

    private static boolean isNumber(String a, String b) {
        String decimal = "-?[0-9]+\\.[0-9]+|-?[0-9]+";
        return a.matches(decimal)
                && b.matches(decimal)
                && a.contains(".") != b.contains(".")
                && new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
    }
}

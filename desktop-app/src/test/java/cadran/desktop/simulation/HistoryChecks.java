package cadran.desktop.simulation;

import cadran.model.numbers.DidStatus;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each change starts where the one before it ended, states move as they may, and the last one is what the rows are. */
final class HistoryChecks {
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

package cadran.model.numbers;

import cadran.model.problem.Problem;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import org.jspecify.annotations.Nullable;

/** What holds for every range of numbers. */
final class NumberRangeRules implements RowRules {
    @Override
    public @Nullable Problem check(Row row) {
        var head = row.text("headNumber");
        if (head != null && !E164.isCanonical(head)) {
            return DidRules.notCanonical(head, "headNumber");
        }
        // The bounds never change: only who makes a range is held to them.
        var bounds = row.version() == 0 ? checkBounds(row) : null;
        return bounds != null ? bounds : Prices.check(row, "priceOne", "priceTen", "priceHundred");
    }

    private static @Nullable Problem checkBounds(Row row) {
        var first = String.valueOf(row.text("firstNumber"));
        var last = String.valueOf(row.text("lastNumber"));
        if (!DidRules.isCanonical(first)) {
            return DidRules.notCanonical(first, "firstNumber");
        }
        if (!DidRules.isCanonical(last)) {
            return DidRules.notCanonical(last, "lastNumber");
        }
        boolean alike =
                first.length() == last.length() && new E164(first).callingCode().equals(new E164(last).callingCode());
        if (!alike) {
            return Problem.of("range.bounds_differ").at("lastNumber");
        }
        long size = NumberRange.size(first, last);
        if (size < 1) {
            return Problem.of("range.last_before_first").at("lastNumber");
        }
        return size > NumberRange.MOST_NUMBERS
                ? Problem.of("range.too_long")
                        .with("most", NumberRange.MOST_NUMBERS)
                        .at("lastNumber")
                : null;
    }

    @Override
    public @Nullable Problem checkBeside(@Nullable Row before, Row after, Neighbours beside) {
        if (before != null) {
            return null;
        }
        return beside.meeting(after, "firstNumber", "lastNumber").stream()
                .findFirst()
                .map(other -> Problem.of("range.overlaps")
                        .with("id", other.id())
                        .with("label", other.label())
                        .at("firstNumber"))
                .orElse(null);
    }
}

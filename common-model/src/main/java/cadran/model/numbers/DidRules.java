package cadran.model.numbers;

import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import org.jspecify.annotations.Nullable;

/** What holds for every number. */
final class DidRules implements RowRules {
    @Override
    public @Nullable Problem check(Row row) {
        var status = row.text("status");
        boolean needsCustomer = DidStatus.ASSIGNED.name().equals(status)
                || DidStatus.IN_USE.name().equals(status);
        if (needsCustomer && row.get("customerId") == null) {
            return Problem.of("number.status_needs_customer")
                    .with("status", String.valueOf(status))
                    .at("customerId");
        }
        if (row.get("groupId") != null && row.get("customerId") == null) {
            return Problem.of("number.group_needs_customer").at("groupId");
        }
        return null;
    }

    @Override
    public @Nullable Problem checkMove(String field, String from, String to) {
        return DidStatus.valueOf(from).mayMoveTo(DidStatus.valueOf(to))
                ? null
                : RowRules.super.checkMove(field, from, to);
    }
}

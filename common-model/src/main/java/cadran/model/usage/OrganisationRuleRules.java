package cadran.model.usage;

import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What holds for every rule that an organisation writes. */
final class OrganisationRuleRules implements RowRules {
    @Override
    public @Nullable Problem check(Row row) {
        var prefix = row.text("dialledPrefix");
        if (prefix != null && !prefix.matches("0[0-9]+")) {
            return Problem.of("use_rule.not_a_prefix").with("value", prefix).at("dialledPrefix");
        }
        boolean isBackwards = row.get("validFrom") instanceof LocalDate from
                && row.get("validUntil") instanceof LocalDate until
                && until.isBefore(from);
        return isBackwards ? Problem.of("period.ends_before_it_starts").at("validUntil") : null;
    }
}

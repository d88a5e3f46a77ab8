package cadran.desktop.usage;

import cadran.desktop.store.GridRow;
import cadran.model.audit.HistoryLine;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.UseRule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the list shows it: a shipped one, what stands in for one, or one more.
 *
 * @param own the organisation's row; null for a shipped rule as it came
 * @param shipped null for a rule that stands in for none of this program
 * @param outdated whether the shipped rule became another one since
 * @param last what was last done to the organisation's row, as far as the history is here
 */
record RuleLine(
        UseRule rule,
        @Nullable GridRow own,
        @Nullable UseRule shipped,
        boolean outdated,
        @Nullable HistoryLine last) {

    enum Origin {
        SHIPPED,
        CHANGED,
        ADDED,
        SET_ASIDE
    }

    Origin origin() {
        if (own == null) {
            return Origin.SHIPPED;
        }
        if (!isActive()) {
            return Origin.SET_ASIDE;
        }
        return own.row().text("replaces") == null ? Origin.ADDED : Origin.CHANGED;
    }

    boolean isActive() {
        return own == null || OrganisationRule.TYPE.read(own.row()).active();
    }

    /** Whether both are about the same rule, before and after somebody changed it. */
    boolean isSameAs(RuleLine other) {
        var code = rule.code();
        return code != null
                ? code.equals(other.rule.code())
                : own != null
                        && other.own != null
                        && Objects.equals(own.row().id(), other.own.row().id());
    }
}

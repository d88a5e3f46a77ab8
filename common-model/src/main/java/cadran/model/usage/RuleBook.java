package cadran.model.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that an organisation goes by: the shipped ones, and its own over them. Its own say nothing louder than others
 * do: who wants to lift a prohibition changes or sets aside the rule that says it.
 */
public final class RuleBook {
    private final List<UseRule> shipped;
    private final List<OrganisationRule> own;
    private final Map<String, OrganisationRule> replacements = new HashMap<>();

    public RuleBook(List<UseRule> shipped, Collection<OrganisationRule> own) {
        this.shipped = List.copyOf(shipped);
        this.own = List.copyOf(own);
        for (var rule : own) {
            if (rule.replaces() != null) {
                replacements.put(rule.replaces(), rule);
            }
        }
    }

    public static RuleBook of(Collection<OrganisationRule> own) {
        return new RuleBook(UseRule.shipped(), own);
    }

    public List<UseRule> shipped() {
        return shipped;
    }

    public List<OrganisationRule> own() {
        return own;
    }

    /** What stands in for a shipped rule. */
    public Optional<OrganisationRule> replacementOf(UseRule rule) {
        return Optional.ofNullable(rule.code()).map(replacements::get);
    }

    /** What a rule of the organisation stands in for; none where it is one more, or where this program has no such rule. */
    public Optional<UseRule> replacedBy(OrganisationRule rule) {
        return shipped.stream()
                .filter(each -> rule.replaces() != null && rule.replaces().equals(each.code()))
                .findFirst();
    }

    /** Whether the program's rule is another one than when somebody compared the organisation's with it. */
    public boolean isOutdated(OrganisationRule rule) {
        return replacedBy(rule)
                .filter(now -> !Objects.equals(rule.basis(), OrganisationRule.fingerprint(now)))
                .isPresent();
    }

    /** All that have a say. A shipped rule has it until the day before the one that stands in for it begins, and never again. */
    public List<UseRule> rules() {
        var rules = new ArrayList<UseRule>();
        for (var rule : shipped) {
            var instead = replacementOf(rule);
            if (instead.isEmpty()) {
                rules.add(rule);
            } else {
                beforeDay(rule, instead.get().validFrom()).ifPresent(rules::add);
            }
        }
        own.stream()
                .filter(OrganisationRule::active)
                .map(OrganisationRule::rule)
                .forEach(rules::add);
        return rules;
    }

    private static Optional<UseRule> beforeDay(UseRule rule, @Nullable LocalDate day) {
        return day == null ? Optional.empty() : rule.endingOn(day.minusDays(1));
    }
}

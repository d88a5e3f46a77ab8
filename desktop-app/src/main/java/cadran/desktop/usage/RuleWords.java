package cadran.desktop.usage;

import cadran.desktop.i18n.Texts;
import cadran.desktop.store.RowState;
import cadran.desktop.tables.FieldText;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.UseRule;
import cadran.model.usage.UseVerdict;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules in a person's words. */
final class RuleWords {
    private final Texts texts;

    RuleWords(Texts texts) {
        this.texts = texts;
    }

    /** Which numbers it is about. */
    String numbers(UseRule rule) {
        var kind = rule.kind();
        var prefix = rule.prefix();
        if (kind == null) {
            return prefix == null ? texts.get("usage.all") : prefix;
        }
        var named = code("numberKind", kind);
        return prefix == null ? named : named + " · " + prefix;
    }

    String mode(UseRule rule) {
        return code("dialingMode", rule.mode());
    }

    String channel(UseRule rule) {
        return code("channel", rule.channel());
    }

    private String code(String field, @Nullable Enum<?> value) {
        return value == null
                ? texts.get("usage.all")
                : texts.get(FieldText.codeKey(OrganisationRule.TYPE, OrganisationRule.TYPE.field(field), value.name()));
    }

    /** What a rule is about, in short. */
    String named(UseRule rule) {
        return Stream.of(
                        numbers(rule),
                        rule.mode() == null ? "" : mode(rule),
                        rule.channel() == null ? "" : channel(rule))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** As the gate takes it: what is only known second-hand has to be checked. */
    String verdict(UseRule rule) {
        return verdict(rule.reliableVerdict());
    }

    String verdict(UseVerdict verdict) {
        return code("verdict", verdict);
    }

    /** With a sign, because nobody shall have to tell colours. */
    String signed(UseVerdict verdict) {
        return sign(verdict) + " " + verdict(verdict);
    }

    private static String sign(UseVerdict verdict) {
        return switch (verdict) {
            case ALLOWED -> "✓";
            case TO_BE_CHECKED -> "?";
            case FORBIDDEN -> "✕";
        };
    }

    String origin(RuleLine line) {
        var origin = texts.get("usage.origin." + word(line.origin()));
        return line.outdated() ? "⚠ " + origin : origin;
    }

    /** Who last changed the organisation's rule, and when. */
    String by(RuleLine line, ZoneId zone) {
        var last = line.last();
        if (line.own() == null) {
            return "";
        }
        if (last == null) {
            return line.own().state() == RowState.SETTLED ? "" : texts.get("usage.by.waiting");
        }
        return texts.get(
                "usage.by.line",
                "who",
                Objects.requireNonNullElse(last.userName(), texts.get("usage.by.server")),
                "day",
                texts.formats().date(LocalDate.ofInstant(last.at(), zone)));
    }

    String trust(UseRule rule) {
        return code("trust", rule.trust());
    }

    String mandate(UseRule rule) {
        return texts.get(rule.needsMandate() ? "value.yes" : "value.no");
    }

    String date(@Nullable LocalDate day) {
        return day == null ? "" : texts.formats().date(day);
    }

    String state(RuleLine line, LocalDate today) {
        return line.isActive() ? state(line.rule(), today) : texts.get("usage.state.aside");
    }

    String state(UseRule rule, LocalDate today) {
        if (rule.holdsOn(today)) {
            return texts.get("usage.state.now");
        }
        var from = rule.validFrom();
        return texts.get(from != null && today.isBefore(from) ? "usage.state.later" : "usage.state.over");
    }

    /** All that a search looks into. */
    String searched(RuleLine line) {
        var rule = line.rule();
        return String.join(
                " ",
                List.of(
                        origin(line),
                        numbers(rule),
                        mode(rule),
                        channel(rule),
                        verdict(rule),
                        trust(rule),
                        rule.source(),
                        Objects.requireNonNullElse(rule.note(), "")));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

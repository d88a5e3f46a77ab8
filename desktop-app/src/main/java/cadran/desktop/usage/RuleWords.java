package cadran.desktop.usage;

import cadran.desktop.i18n.Texts;
import cadran.desktop.tables.FieldText;
import cadran.model.catalog.Campaign;
import cadran.model.usage.UseRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
        var named = texts.get("usage.kind." + word(kind) + ".name");
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
                : texts.get(FieldText.codeKey(Campaign.TYPE, Campaign.TYPE.field(field), value.name()));
    }

    String verdict(UseRule rule) {
        return texts.get("usage.verdict." + word(rule.verdict()));
    }

    String trust(UseRule rule) {
        return texts.get("usage.trust." + word(rule.trust()));
    }

    String mandate(UseRule rule) {
        return texts.get(rule.needsMandate() ? "value.yes" : "value.no");
    }

    String date(@Nullable LocalDate day) {
        return day == null ? "" : texts.formats().date(day);
    }

    String state(UseRule rule, LocalDate today) {
        if (rule.holdsOn(today)) {
            return texts.get("usage.state.now");
        }
        var from = rule.validFrom();
        return texts.get(from != null && today.isBefore(from) ? "usage.state.later" : "usage.state.over");
    }

    /** All that a search looks into. */
    String searched(UseRule rule) {
        return String.join(
                " ",
                List.of(
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

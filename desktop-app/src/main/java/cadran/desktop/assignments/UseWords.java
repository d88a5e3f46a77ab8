package cadran.desktop.assignments;

import cadran.desktop.i18n.Texts;
import cadran.model.usage.Judgement;
import cadran.model.usage.UseRule;
import cadran.model.usage.UseVerdict;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules say of showing a number, in a person's words. */
final class UseWords {
    private final Texts texts;

    UseWords(Texts texts) {
        this.texts = texts;
    }

    /** Style class for the verdict; its words say the same. */
    static String style(UseVerdict verdict) {
        return "use-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verdict of the first day, and each day on which it becomes another. */
    String verdicts(List<Judgement.From> turns) {
        var later = turns.stream()
                .skip(1)
                .map(turn -> texts.get(
                        "use.from", "day", texts.formats().date(turn.day()), "verdict", verdict(turn.judgement())));
        return Stream.concat(Stream.of(verdict(turns.getFirst().judgement())), later)
                .collect(Collectors.joining("\n"));
    }

    private String verdict(Judgement judgement) {
        return texts.get("use.verdict." + judgement.verdict().name().toLowerCase(Locale.ROOT));
    }

    /** Why, of the first day; nothing where it is allowed. */
    String reasons(List<Judgement.From> turns) {
        return turns.getFirst().judgement().reasons().stream()
                .map(texts::problem)
                .collect(Collectors.joining("\n"));
    }

    /** The rule that decided, with where it is said and since when; nothing where none did. */
    String rule(List<Judgement.From> turns) {
        return turns.getFirst().judgement().rules().stream()
                .findFirst()
                .map(rule -> Stream.of(Objects.requireNonNullElse(rule.note(), ""), source(rule))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")))
                .orElse("");
    }

    private String source(UseRule rule) {
        var day = rule.sourceDate();
        return day == null
                ? rule.source()
                : texts.get(
                        "use.source",
                        "source",
                        rule.source(),
                        "date",
                        texts.formats().date(day));
    }
}

package cadran.desktop.usage;

import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Values;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Filter;
import cadran.model.problem.Problem;
import cadran.model.usage.UseVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers by what the rules of today say of their being shown by the campaigns that they work for, or are planned to. */
final class UsageKey implements Key {
    private static final String ANY = "filter.word.any";
    private static final String NONE = "filter.word.none";

    private final Words words;
    private final RulesInForce rules;

    UsageKey(Texts texts, RulesInForce rules) {
        this.words = new Words(texts);
        this.rules = rules;
    }

    @Override
    public String nameKey() {
        return "filter.usage";
    }

    @Override
    public List<String> names(Language language) {
        return words.all(language, "filter.usage.names");
    }

    @Override
    public Meaning read(Sign sign, String value) {
        var filters = rules.filters();
        var meant = new ArrayList<Filter>();
        var shown = new ArrayList<String>();
        for (var typed : Values.of(value)) {
            if (words.is(typed, ANY)) {
                meant.add(filters.judged());
                shown.add(words.usual(ANY));
            } else if (words.is(typed, NONE)) {
                meant.add(new Filter.Not(filters.judged()));
                shown.add(words.usual(NONE));
            } else {
                var verdict = verdict(typed);
                meant.add(filters.of(verdict));
                shown.add(words.usual(key(verdict)));
            }
        }
        return new Meaning(Filter.any(meant), String.join(", ", shown));
    }

    private UseVerdict verdict(String typed) {
        return verdictOf(typed)
                .orElseThrow(() -> Problem.of("filter.unknown_value")
                        .with("value", typed)
                        .with("values", String.join(", ", usual().toList()))
                        .asException());
    }

    private Optional<UseVerdict> verdictOf(String typed) {
        return Arrays.stream(UseVerdict.values())
                .filter(verdict -> words.is(typed, key(verdict)))
                .findFirst();
    }

    private static String key(UseVerdict verdict) {
        return "filter.usage." + verdict.name().toLowerCase(Locale.ROOT);
    }

    /** The strictest first: it is what one looks for. */
    private Stream<String> usual() {
        var verdicts = Stream.of(UseVerdict.FORBIDDEN, UseVerdict.TO_BE_CHECKED, UseVerdict.ALLOWED)
                .map(UsageKey::key);
        return Stream.concat(verdicts, Stream.of(ANY, NONE)).map(words::usual);
    }

    @Override
    public List<String> offers(String begun, int most) {
        return usual().filter(word -> word.startsWith(begun)).limit(most).toList();
    }
}

package cadran.desktop.plan;

import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Values;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Numbers;
import cadran.model.numbers.NumberKind;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers by what the plans reserve their prefix for: verified, mobile, surcharged. */
final class KindKey implements Key {
    private static final String NONE = "filter.word.none";

    private final Words words;
    private final NumberingPlan plan;
    private final Map<NumberKind, Filter> filters = new ConcurrentHashMap<>();

    KindKey(Texts texts, NumberingPlan plan) {
        words = new Words(texts);
        this.plan = plan;
    }

    @Override
    public String nameKey() {
        return "plan.kind";
    }

    @Override
    public List<String> names(Language language) {
        return words.all(language, "filter.kind.names");
    }

    @Override
    public Meaning read(Sign sign, String value) {
        var typed = Values.of(value);
        var filters = typed.stream().map(this::filter).toList();
        var shown = typed.stream()
                .map(each -> kind(each).map(KindKey::key).orElse(NONE))
                .map(words::usual)
                .collect(Collectors.joining(", "));
        return new Meaning(Filter.any(filters), shown);
    }

    /** What no plan has a line for is of no kind. */
    private Filter filter(String typed) {
        if (words.is(typed, NONE)) {
            return new Filter.Not(Numbers.within(plan.numbersOf(line -> true)));
        }
        return kind(typed)
                .map(kind -> filters.computeIfAbsent(
                        kind, any -> Numbers.within(plan.numbersOf(line -> line.kind() == kind))))
                .orElseThrow(() -> Problem.of("filter.unknown_value")
                        .with("value", typed)
                        .with("values", String.join(", ", usual().toList()))
                        .asException());
    }

    private Optional<NumberKind> kind(String typed) {
        return Arrays.stream(NumberKind.values())
                .filter(kind -> words.is(typed, key(kind)))
                .findFirst();
    }

    private static String key(NumberKind kind) {
        return "code.plan.filter." + PlanWords.code(kind);
    }

    private Stream<String> usual() {
        return Stream.concat(Arrays.stream(NumberKind.values()).map(KindKey::key), Stream.of(NONE))
                .map(words::usual);
    }

    @Override
    public List<String> offers(String begun, int most) {
        return usual().filter(word -> word.startsWith(begun)).limit(most).toList();
    }
}

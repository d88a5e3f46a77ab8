package cadran.desktop.tables;

import cadran.desktop.filter.Amounts;
import cadran.desktop.filter.Days;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Values;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.query.SearchText;
import cadran.desktop.store.Rows;
import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Members;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** Narrows a list by what stands in one field of its rows. */
final class FieldKey implements Key {
    /** Enough rows to know the words that begin alike. */
    private static final int SAMPLE = 300;

    private final Texts texts;
    private final Words words;
    private final Days days;
    private final Rows rows;
    private final EntityType<?> type;
    private final Field field;

    FieldKey(Texts texts, Days days, Rows rows, EntityType<?> type, Field field) {
        this.texts = texts;
        this.words = new Words(texts);
        this.days = days;
        this.rows = rows;
        this.type = type;
        this.field = field;
    }

    @Override
    public String nameKey() {
        return FieldText.nameKey(field);
    }

    /** Shorter than the column's title, where that is long. */
    @Override
    public List<String> names(Language language) {
        String key = "filter.key." + field.name().toLowerCase(Locale.ROOT);
        return texts.has(key) ? words.all(language, key) : List.of();
    }

    @Override
    public boolean isScale() {
        return field.kind() == FieldKind.DATE || field.kind() == FieldKind.DECIMAL;
    }

    @Override
    public Meaning read(Sign sign, String value) {
        String single = String.join(" ", Values.of(value));
        if (words.is(single, "filter.word.none")) {
            return new Meaning(new Filter.Is(field.name(), null), words.usual("filter.word.none"));
        }
        if (words.is(single, "filter.word.any")) {
            return new Meaning(new Filter.Not(new Filter.Is(field.name(), null)), words.usual("filter.word.any"));
        }
        return switch (field.kind()) {
            case DATE -> new Meaning(days.filter(field.name(), sign, value), value);
            case DECIMAL -> new Meaning(Amounts.filter(field.name(), sign, value), value);
            case FLAG -> flag(single);
            case CODE, CODES -> codes(Values.of(value));
            case TEXT -> each(value, text -> text(sign, text));
            case WORDS -> each(value, word -> new Filter.Has(field.name(), String.valueOf(field.tidy(word))));
            case REFERENCE -> each(value, name -> Called.filter(target(), field.name(), sign, name));
        };
    }

    private Meaning flag(String value) {
        boolean yes = words.is(value, "filter.word.yes");
        if (!yes && !words.is(value, "filter.word.no")) {
            throw unknown(value);
        }
        return new Meaning(new Filter.Is(field.name(), yes), texts.get(yes ? "value.yes" : "value.no"));
    }

    /** Empty may be one of several. */
    private Meaning each(String value, Function<String, Filter> filter) {
        var values = Values.of(value);
        var filters = values.stream()
                .map(each ->
                        words.is(each, "filter.word.none") ? new Filter.Is(field.name(), null) : filter.apply(each))
                .toList();
        return new Meaning(Filter.any(filters), String.join(", ", values));
    }

    private Filter text(Sign sign, String value) {
        if (sign == Sign.EXACTLY && !FieldText.isNumber(field)) {
            return new Filter.Is(field.name(), value);
        }
        return SearchText.isNumber(value) && FieldText.isNumber(field)
                ? SearchText.number(value)
                : new Filter.Contains(field.name(), value);
    }

    private EntityType<?> target() {
        return Schema.type(Objects.requireNonNull(field.references()));
    }

    private Meaning codes(List<String> values) {
        var meant = values.stream()
                .flatMap(value -> meant(value).stream())
                .distinct()
                .toList();
        var filter = field.kind() == FieldKind.CODE
                ? new Filter.In(field.name(), meant)
                : Filter.any(meant.stream()
                        .<Filter>map(code -> new Filter.Has(field.name(), code))
                        .toList());
        return new Meaning(
                filter, String.join(", ", meant.stream().map(this::word).toList()));
    }

    /** All that begin so, in the person's words first: "a" may be two statuses. */
    private List<String> meant(String value) {
        String begun = SearchText.fold(value);
        for (BiPredicate<String, String> way :
                List.<BiPredicate<String, String>>of(String::equals, String::startsWith)) {
            for (var language : List.of(texts.language(), texts.language().other())) {
                var found = field.codes().stream()
                        .filter(code -> way.test(SearchText.fold(word(language, code)), begun)
                                || way.test(SearchText.fold(code), begun))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        throw unknown(value);
    }

    private ProblemException unknown(String value) {
        return Problem.of("filter.unknown_value")
                .with("value", value)
                .with("values", String.join(", ", all().toList()))
                .asException();
    }

    private Stream<String> all() {
        return field.kind() == FieldKind.FLAG
                ? Stream.of(texts.get("value.yes"), texts.get("value.no"))
                : field.codes().stream().map(this::word);
    }

    private String word(String code) {
        return word(texts.language(), code);
    }

    private String word(Language language, String code) {
        return texts.in(language, FieldText.codeKey(type, field, code));
    }

    @Override
    public List<String> offers(String begun, int most) {
        var offers = switch (field.kind()) {
            case CODE, CODES -> codesBeginning(begun);
            case FLAG -> all();
            case REFERENCE -> rows.choices(target(), begun, most).stream().map(choice -> choice.label());
            case WORDS -> used(begun);
            case DATE -> Stream.of("today", "week", "month", "year").map(day -> words.usual("filter.word." + day));
            case TEXT, DECIMAL -> Stream.<String>empty();
        };
        boolean isFound = field.kind() == FieldKind.REFERENCE || !field.codes().isEmpty();
        var none = field.required() ? Stream.<String>empty() : Stream.of(words.usual("filter.word.none"));
        return Stream.concat(
                        offers.filter(offer -> isFound || begins(offer, begun)),
                        none.filter(offer -> begins(offer, begun)))
                .limit(most)
                .toList();
    }

    /** Told in the person's language, whichever the words were begun in. */
    private Stream<String> codesBeginning(String begun) {
        for (var language : List.of(texts.language(), texts.language().other())) {
            var found = field.codes().stream()
                    .filter(code -> begins(word(language, code), begun))
                    .toList();
            if (!found.isEmpty()) {
                return found.stream().map(this::word);
            }
        }
        return Stream.empty();
    }

    private static boolean begins(String offer, String begun) {
        return SearchText.fold(offer).startsWith(SearchText.fold(begun));
    }

    private Stream<String> used(String begun) {
        var query = Query.unordered(type)
                .where(
                        begun.isEmpty()
                                ? new Filter.Not(new Filter.Is(field.name(), null))
                                : new Filter.Contains(field.name(), begun))
                .first(SAMPLE);
        return rows.list(query).stream()
                .flatMap(row -> Members.of(row.row().text(field.name())).stream())
                .distinct()
                .sorted();
    }
}

package cadran.desktop.own;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Amounts;
import cadran.desktop.filter.Days;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Values;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.query.SearchText;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnKind;
import cadran.model.ownfields.OwnValue;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers by what stands in one of the organisation's own fields. */
final class OwnKey implements Key {
    /** Enough values to know how they begin. */
    private static final int SAMPLE = 300;

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Words words;
    private final Workspace workspace;
    private final OwnField field;

    OwnKey(Words words, Workspace workspace, OwnField field) {
        this.words = words;
        this.workspace = workspace;
        this.field = field;
    }

    /** What is typed for a field of this name: small letters without accents, with hyphens between the words. */
    static String of(String name) {
        return NOT_LETTERS.matcher(SearchText.fold(name).strip()).replaceAll("-");
    }

    @Override
    public String nameKey() {
        return OwnText.nameKey(field);
    }

    @Override
    public List<String> names(Language language) {
        return List.of(of(field.name()));
    }

    @Override
    public boolean isScale() {
        return field.kind() == OwnKind.NUMBER || field.kind() == OwnKind.DATE;
    }

    @Override
    public Meaning read(Sign sign, String value) {
        String single = String.join(" ", Values.of(value));
        if (words.is(single, "filter.word.none")) {
            return new Meaning(new Filter.Not(any()), words.usual("filter.word.none"));
        }
        if (words.is(single, "filter.word.any")) {
            return new Meaning(any(), words.usual("filter.word.any"));
        }
        var in = field.kind().field();
        return switch (field.kind()) {
            case NUMBER -> new Meaning(having(Amounts.filter(in, sign, value)), value);
            case DATE -> new Meaning(having(new Days(words, workspace::today).filter(in, sign, value)), value);
            case TEXT -> {
                var values = Values.of(value);
                var each = values.stream()
                        .<Filter>map(text -> new Filter.Contains(in, text))
                        .toList();
                yield new Meaning(having(Filter.any(each)), String.join(", ", values));
            }
            case CHOICE -> {
                var meant = Values.of(value).stream()
                        .flatMap(typed -> meant(typed).stream())
                        .distinct()
                        .toList();
                yield new Meaning(having(new Filter.In(in, meant)), String.join(", ", meant));
            }
        };
    }

    private Filter any() {
        return new Filter.Having(OwnValue.TYPE, "didId", new Filter.Is("fieldId", field.id()));
    }

    private Filter having(Filter value) {
        return new Filter.Having(
                OwnValue.TYPE, "didId", new Filter.All(List.of(new Filter.Is("fieldId", field.id()), value)));
    }

    private List<String> meant(String typed) {
        var begun = SearchText.fold(typed);
        for (BiPredicate<String, String> way :
                List.<BiPredicate<String, String>>of(String::equals, String::startsWith)) {
            var found = OwnText.choices(field).stream()
                    .filter(choice -> way.test(SearchText.fold(choice), begun))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw Problem.of("filter.unknown_value")
                .with("value", typed)
                .with("values", String.join(", ", OwnText.choices(field)))
                .asException();
    }

    @Override
    public List<String> offers(String begun, int most) {
        var offers = switch (field.kind()) {
            case CHOICE -> OwnText.choices(field).stream();
            case TEXT -> used(begun);
            case DATE -> Stream.of("today", "week", "month", "year").map(day -> words.usual("filter.word." + day));
            case NUMBER -> Stream.<String>empty();
        };
        return Stream.concat(offers, Stream.of(words.usual("filter.word.none")))
                .filter(offer -> SearchText.fold(offer).startsWith(SearchText.fold(begun)))
                .limit(most)
                .toList();
    }

    private Stream<String> used(String begun) {
        var query = Query.unordered(OwnValue.TYPE)
                .where(new Filter.Is("fieldId", field.id()))
                .where(begun.isEmpty() ? List.of() : List.of(new Filter.Contains("textValue", begun)))
                .first(SAMPLE);
        return workspace.rows().list(query).stream()
                .map(row -> Objects.requireNonNullElse(row.row().text("textValue"), ""))
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted();
    }
}

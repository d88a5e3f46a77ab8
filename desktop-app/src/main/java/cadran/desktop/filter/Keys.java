package cadran.desktop.filter;

import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.SearchText;
import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the rows of one list can be narrowed by, found by what it is called in either language, or how that begins. */
public final class Keys {
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Texts texts;
    private final List<Key> all;
    private final Supplier<List<Key>> own;

    public Keys(Texts texts, List<Key> all) {
        this(texts, all, List::of);
    }

    /** @param own what the organisation added, asked for each time; where it is called like another, the other is meant */
    public Keys(Texts texts, List<Key> all, Supplier<List<Key>> own) {
        this.texts = texts;
        this.all = List.copyOf(all);
        this.own = own;
    }

    Key find(String typed) {
        var found = meant(typed);
        if (found.isEmpty()) {
            throw Problem.of("filter.unknown_key").with("key", typed).asException();
        }
        if (found.size() > 1) {
            throw Problem.of("filter.ambiguous_key")
                    .with("key", typed)
                    .with("keys", found.stream().map(this::name).collect(Collectors.joining(", ")))
                    .asException();
        }
        return found.iterator().next();
    }

    /** A whole name counts before a beginning, and the person's language before the other. */
    Set<Key> meant(String typed) {
        for (BiPredicate<String, String> way :
                List.<BiPredicate<String, String>>of(String::equals, String::startsWith)) {
            for (var language : List.of(texts.language(), texts.language().other())) {
                for (var keys : List.of(all, own.get())) {
                    var found = called(keys, typed, language, way);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return Set.of();
    }

    /** Those that can be meant by what is typed so far: in the person's language, or where it has none in the other. */
    List<Key> beginning(String typed) {
        for (var language : List.of(texts.language(), texts.language().other())) {
            var found = called(all, typed, language, String::startsWith);
            found.addAll(called(own.get(), typed, language, String::startsWith));
            if (!found.isEmpty()) {
                return List.copyOf(found);
            }
        }
        return List.of();
    }

    private Set<Key> called(List<Key> keys, String typed, Language language, BiPredicate<String, String> way) {
        String begun = plain(typed);
        var found = new LinkedHashSet<Key>();
        for (var key : keys) {
            if (names(key, language).stream().anyMatch(name -> way.test(plain(name), begun))) {
                found.add(key);
            }
        }
        return found;
    }

    private List<String> names(Key key, Language language) {
        var names = new ArrayList<>(key.names(language));
        names.add(texts.in(language, key.nameKey()));
        return names;
    }

    String typed(Key key) {
        return typed(texts, key.nameKey(), key.names(texts.language()));
    }

    /**
     * The shortest thing to type for a key.
     *
     * @param names that it has beside the one that is shown
     */
    public static String typed(Texts texts, String nameKey, List<String> names) {
        return names.stream()
                .findFirst()
                .orElseGet(() -> NOT_LETTERS
                        .matcher(texts.get(nameKey).toLowerCase(texts.language().locale()))
                        .replaceAll("-"));
    }

    String name(Key key) {
        return texts.get(key.nameKey());
    }

    private static String plain(String name) {
        return NOT_LETTERS.matcher(SearchText.fold(name)).replaceAll("");
    }
}

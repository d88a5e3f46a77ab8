package cadran.desktop.i18n;

import cadran.model.problem.Problem;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Every sentence a person sees. Placeholders are named, {@code {count}}, and given as name, value, name, value;
 * whole numbers are written in the language's way, and {@code {to=code.did.status}} says a code, or several parted by
 * commas, in the words of that family. {@code MessageFormat} is not used: its apostrophes eat placeholders.
 */
public final class Texts {
    /** No key begins so. */
    private static final String NAMED = "=";

    private final Map<Language, Map<String, String>> sentences = new EnumMap<>(Language.class);
    private final ObjectProperty<Language> language;

    public Texts(Language language) {
        this(language, Texts::shipped);
    }

    /** With other sentences than the program's own. */
    public Texts(Language language, Function<Language, Map<String, String>> source) {
        this.language = new SimpleObjectProperty<>(language);
        for (var each : Language.values()) {
            sentences.put(each, source.apply(each));
        }
    }

    /** The program's own sentences by key. */
    public static Map<String, String> shipped(Language language) {
        return TextFile.read(language);
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Language language() {
        return language.get();
    }

    public Formats formats() {
        return Formats.of(language());
    }

    public boolean has(String key) {
        return sentences().containsKey(key);
    }

    /**
     * In place of a key: what has a name of its own in every language, such as a field that an organisation gave its
     * numbers itself.
     */
    public static String named(String name) {
        return NAMED + name;
    }

    /** For what can be typed in either language, whichever is shown. */
    public String in(Language wanted, String key) {
        if (key.startsWith(NAMED)) {
            return key.substring(NAMED.length());
        }
        var sentence = sentences.getOrDefault(wanted, Map.of()).get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No text " + key + " in " + wanted);
        }
        return sentence;
    }

    public String get(String key, Object... args) {
        return fill(in(language(), key), named(args));
    }

    /** The text {@code key.one} or {@code key.other}, with {@code {count}} filled in. French counts 0 and 1 as one. */
    public String count(String key, long count, Object... args) {
        boolean one = language() == Language.FRENCH ? Math.abs(count) < 2 : count == 1;
        var more = Arrays.copyOf(args, args.length + 2);
        more[args.length] = "count";
        more[args.length + 1] = count;
        return get(key + (one ? ".one" : ".other"), more);
    }

    /** Follows the language; arguments that are observable values are followed too. */
    public StringBinding bind(String key, Object... args) {
        return compute(() -> get(key, args), observables(args));
    }

    /** What {@code sentence} says, said again whenever the language or one of the dependencies changes. */
    public StringBinding compute(Supplier<String> sentence, Observable... dependencies) {
        var all = Arrays.copyOf(dependencies, dependencies.length + 1);
        all[dependencies.length] = language;
        return Bindings.createStringBinding(sentence::get, all);
    }

    /** A problem in the user's words. An unknown code, from a newer server for instance, still says something useful. */
    public String problem(Problem problem) {
        var key = "problem." + problem.code();
        if (!has(key)) {
            return get("problem.unknown", "code", problem.code());
        }
        var args = new LinkedHashMap<String, Object>(problem.args());
        args.computeIfPresent("label", (name, label) -> Formats.called(label.toString()));
        args.computeIfPresent("until", (name, day) -> formats().day(day.toString()));
        return fill(String.valueOf(sentences().get(key)), args);
    }

    private Map<String, String> sentences() {
        return sentences.getOrDefault(language(), Map.of());
    }

    private String fill(String sentence, Map<String, ?> args) {
        var filled = sentence;
        for (var arg : args.entrySet()) {
            filled = filled.replace("{" + arg.getKey() + "}", shown(arg.getValue()));
            filled = inWords(filled, "{" + arg.getKey() + "=", arg.getValue().toString());
        }
        return filled;
    }

    private String inWords(String sentence, String start, String codes) {
        int from = sentence.indexOf(start);
        if (from < 0) {
            return sentence;
        }
        int to = sentence.indexOf('}', from);
        var family = sentence.substring(from + start.length(), to) + ".";
        var words = Arrays.stream(codes.split(",", -1))
                .map(code -> sentences().getOrDefault(family + code.toLowerCase(Locale.ROOT), code))
                .collect(Collectors.joining(", "));
        return sentence.substring(0, from) + words + sentence.substring(to + 1);
    }

    private String shown(Object value) {
        return switch (value) {
            case ObservableValue<?> observed -> observed.getValue() == null ? "" : shown(observed.getValue());
            case Integer number -> formats().number(number);
            case Long number -> formats().number(number);
            default -> value.toString();
        };
    }

    private static Map<String, Object> named(Object... args) {
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i < args.length; i += 2) {
            named.put(args[i].toString(), args[i + 1]);
        }
        return named;
    }

    private static Observable[] observables(Object... args) {
        return Arrays.stream(args).filter(Observable.class::isInstance).toArray(Observable[]::new);
    }
}

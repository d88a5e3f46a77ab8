package cadran.desktop.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The two text files against each other, against the rules of writing, and against the sources: a key is a string
 * literal; a literal that ends in a point is the beginning of keys put together at run time.
 */
class TextFilesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+(=[a-z.]+)?}");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9_-]*(?:\\.[a-z0-9_-]+)*\\.?)\"");
    private static final Pattern PROBLEM = Pattern.compile("Problem\\s*\\.of\\(\\s*\"([a-z0-9_.-]+)\"");
    private static final String SMALL = "\u202f";
    private static final String HARD = "\u00a0";

    private final Map<String, String> french = Texts.shipped(Language.FRENCH);
    private final Map<String, String> english = Texts.shipped(Language.ENGLISH);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        var onlyFrench = new TreeSet<>(french.keySet());
        onlyFrench.removeAll(english.keySet());
        var onlyEnglish = new TreeSet<>(english.keySet());
        onlyEnglish.removeAll(french.keySet());
        assertEquals(Set.of(), onlyFrench, "only in French");
        assertEquals(Set.of(), onlyEnglish, "only in English");
    }

    @Test
    void bothLanguagesUseTheSamePlaceholders() {
        assertNone(french.keySet().stream()
                .filter(key -> !placeholders(french.getOrDefault(key, ""))
                        .equals(placeholders(english.getOrDefault(key, "")))));
    }

    @Test
    void everyPluralHasBothForms() {
        assertNone(french.keySet().stream()
                // What a code is called: a kind of number is OTHER.
                .filter(key -> !key.startsWith("code."))
                .filter(key -> key.endsWith(".one") || key.endsWith(".other"))
                .filter(key -> !french.containsKey(stem(key) + ".one") || !french.containsKey(stem(key) + ".other")));
    }

    @Test
    void noKeyStandsTwiceInAFile() throws IOException {
        for (var language : Language.values()) {
            var seen = new TreeSet<String>();
            try (var lines = Files.lines(
                    Path.of("src/main/resources/cadran/desktop/i18n/texts_" + language.code() + ".properties"))) {
                assertNone(lines.filter(line -> line.contains(" = ") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf(" = ")))
                        .filter(key -> !seen.add(key)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void apostrophesAndQuotationMarksAreTypographic(Language language) {
        assertNone(wrong(Texts.shipped(language), Pattern.compile("['\"]|\\.\\.\\.")));
    }

    @Test
    void frenchPunctuationHasItsNoBreakSpaces() {
        assertNone(wrong(
                french, Pattern.compile("[^" + SMALL + "][;!?]|[^" + HARD + "]:|«[^" + SMALL + "]|[^" + SMALL + "]»")));
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        var literals = literals("src/main/java");
        assertNone(french.keySet().stream()
                // A server may be older or newer than this program, and have problems that these sources don't name.
                .filter(key -> !key.startsWith("problem."))
                .filter(key -> !literals.contains(key)
                        && !literals.contains(stem(key))
                        && beginnings(key).noneMatch(literals::contains)));
    }

    @Test
    void everyKeyInTheSourcesHasAText() throws IOException {
        var families = french.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        assertNone(literals("src/main/java").stream()
                .filter(literal ->
                        literal.contains(".") && families.contains(literal.substring(0, literal.indexOf('.'))))
                .filter(literal -> !hasText(literal)));
    }

    @Test
    void everyProblemHasAText() throws IOException {
        assertNone(problemCodes().stream().filter(code -> !french.containsKey("problem." + code)));
    }

    private boolean hasText(String literal) {
        return french.containsKey(literal)
                || french.containsKey(literal + ".one")
                || french.containsKey("problem." + literal)
                || (literal.endsWith(".") && french.keySet().stream().anyMatch(key -> key.startsWith(literal)))
                || NOT_TEXTS.stream().anyMatch(literal::startsWith);
    }

    /** Keys of the settings file and names of files, which look like text keys. */
    private static final List<String> NOT_TEXTS = List.of(
            "settings.properties",
            "shell.feature",
            "home.unused-days",
            "shell.navigation.folded",
            "shell.detail.folded",
            "palette.recent",
            "key.sealed");

    private static Stream<String> beginnings(String key) {
        return Stream.iterate(
                        key.lastIndexOf('.'),
                        at -> at > 0 && !key.substring(0, at).equals("problem"),
                        at -> key.lastIndexOf('.', at - 1))
                .map(at -> key.substring(0, at + 1));
    }

    private static String stem(String key) {
        return key.replaceFirst("\\.(one|other)$", "");
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static Stream<String> wrong(Map<String, String> texts, Pattern mistake) {
        return texts.entrySet().stream()
                .filter(text -> mistake.matcher(text.getValue()).find())
                .map(text -> text.getKey() + " = " + text.getValue());
    }

    private static void assertNone(Stream<String> wrong) {
        assertEquals(List.of(), wrong.sorted().toList());
    }

    private static Set<String> literals(String folder) throws IOException {
        return found(List.of(folder), LITERAL);
    }

    private static Set<String> problemCodes() throws IOException {
        return found(
                List.of("src/main/java", "../common-model/src/main/java", "../sync-server/src/main/java"), PROBLEM);
    }

    private static Set<String> found(List<String> folders, Pattern pattern) throws IOException {
        var all = new TreeSet<String>();
        for (var folder : folders) {
            for (var file : javaFiles(Path.of(folder))) {
                pattern.matcher(Files.readString(file)).results().forEach(found -> all.add(found.group(1)));
            }
        }
        return all;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }
}

package cadran.desktop.query;

import cadran.model.audit.AuditLine;
import cadran.model.audit.HistoryLine;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a search compares: no case, no accents, and phone numbers without what people write between their digits. */
public final class SearchText {
    /** Notes can hold pages; a search through a million of those would take seconds. */
    private static final int LONGEST_FIELD = 500;

    private static final String ID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 .\\-/()\\u00a0\\u202f]*");
    /** As business cards have it: +33 (0)1 44 00 00 00. */
    private static final String TRUNK_ZERO = "(0)";

    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

    /** Where people write a 0 before the national number: France and overseas, Belgium, Switzerland, the United Kingdom. */
    private static final List<String> WITH_TRUNK_ZERO =
            List.of("33", "262", "508", "590", "594", "596", "681", "687", "689", "32", "41", "44");

    private SearchText() {}

    public static String of(Row row) {
        var text = new StringBuilder();
        for (var field : row.type().fields()) {
            if (isSearched(field) && row.get(field.name()) != null) {
                text.append(row.get(field.name())).append('\n');
            }
        }
        return fold(text.toString());
    }

    /** Who did it, where, why, and what was and is; not ids, which nobody types. */
    public static String of(HistoryLine line) {
        var text = new StringBuilder();
        Stream.of(line.userName(), line.apiKeyName(), line.deviceName(), line.reason())
                .filter(Objects::nonNull)
                .forEach(word -> text.append(word).append('\n'));
        for (var change : Objects.requireNonNullElse(line.changes(), List.<AuditLine.Change>of())) {
            Stream.of(change.before(), change.after())
                    .filter(value -> value != null && value.length() <= LONGEST_FIELD && !isId(value))
                    .forEach(value -> text.append(value).append('\n'));
        }
        return fold(text.toString());
    }

    private static boolean isId(String value) {
        return value.length() == ID.length()
                && value.replaceAll("[0-9a-f]", "x").equals(ID);
    }

    public static boolean isSearched(Field field) {
        return field.kind() == FieldKind.WORDS || (field.kind() == FieldKind.TEXT && field.max() <= LONGEST_FIELD);
    }

    /** "01 23" is one number, "dupont lyon" is two words: all must be found, in any order. */
    public static List<Filter> filters(String typed) {
        String text = typed.strip();
        if (isNumber(text)) {
            return List.of(number(text));
        }
        return SPACES.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(SearchText::word)
                .toList();
    }

    public static Filter word(String typed) {
        return new Filter.Text(fold(typed));
    }

    /** Whether it can be a part of a phone number. */
    public static boolean isNumber(String typed) {
        return PHONE.matcher(typed).matches() && typed.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /** In any spelling: stored numbers are in the international one, which knows no leading zero. */
    public static Filter number(String typed) {
        String digits = digits(typed);
        if (typed.startsWith("+")) {
            return new Filter.Text("+" + digits(typed.replace(TRUNK_ZERO, "")));
        }
        if (digits.startsWith("00") && digits.length() > 2) {
            // Two zeros stand inside of numbers too.
            String abroad = digits(typed.replace(TRUNK_ZERO, "")).substring(2);
            return new Filter.Any(List.of(new Filter.Text(digits), new Filter.Text("+" + abroad)));
        }
        if (!digits.startsWith("0")) {
            return new Filter.Text(digits);
        }
        var ways = new ArrayList<Filter>(List.of(new Filter.Text(digits)));
        WITH_TRUNK_ZERO.forEach(code -> ways.add(new Filter.Text("+" + code + digits.substring(1))));
        return new Filter.Any(ways);
    }

    private static String digits(String typed) {
        return NOT_DIGITS.matcher(typed).replaceAll("");
    }

    public static String fold(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** Most text is, and a first sync folds a million of them. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}

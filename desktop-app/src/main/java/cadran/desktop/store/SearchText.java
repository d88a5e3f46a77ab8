package cadran.desktop.store;

import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a search compares: no case, no accents, and phone numbers without what people write between their digits. */
final class SearchText {
    /** Notes can hold pages; a search through a million of those would take seconds. */
    private static final int LONGEST_FIELD = 500;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .\\-/()\\u00a0\\u202f]*");
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
    private static final Pattern TRUNK_PREFIX = Pattern.compile("^0{1,2}(?=[1-9])");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private SearchText() {}

    static String of(Row row) {
        var text = new StringBuilder();
        for (var field : row.type().fields()) {
            if (isSearched(field) && row.get(field.name()) != null) {
                text.append(row.get(field.name())).append('\n');
            }
        }
        return fold(text.toString());
    }

    private static boolean isSearched(Field field) {
        return field.kind() == FieldKind.WORDS || (field.kind() == FieldKind.TEXT && field.max() <= LONGEST_FIELD);
    }

    /** LIKE patterns that must all match. "01 23" is one number, of which E.164 has no leading zero; "dupont lyon" is two words. */
    static List<String> patterns(String typed) {
        String text = typed.strip();
        if (PHONE.matcher(text).matches()) {
            String digits = NOT_DIGITS.matcher(text).replaceAll("");
            return List.of("%" + TRUNK_PREFIX.matcher(digits).replaceFirst("") + "%");
        }
        return SPACES.splitAsStream(fold(text))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    private static String fold(String text) {
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

package cadran.model.sync;

import cadran.model.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field of a synced row: what it may hold and how two edits of it meet.
 *
 * @param name camelCase, as on the wire and in the API; the column is the same in snake_case
 * @param max characters of a text, decimals of a number, unused otherwise
 * @param references name of the entity type a reference points to
 * @param codes what a code may be, in their natural order
 */
public record Field(
        String name,
        FieldKind kind,
        MergeClass merge,
        boolean required,
        int max,
        @Nullable String references,
        List<String> codes) {

    /** Of a field that holds several. */
    public static final int MOST_WORDS = 30;

    /** Of a number, before its point. */
    public static final int MOST_INTEGER_DIGITS = 8;

    private static final int MAX_QUOTED = 40;

    public static Field text(String name, int max) {
        return new Field(name, FieldKind.TEXT, MergeClass.DESCRIPTIVE, false, max, null, List.of());
    }

    public static Field code(String name, Class<? extends Enum<?>> type) {
        var codes =
                java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return new Field(name, FieldKind.CODE, MergeClass.DESCRIPTIVE, false, 0, null, codes);
    }

    /** A reference is commercial by default: who a thing belongs to is never decided by who came last. */
    public static Field reference(String name, String entity) {
        return new Field(name, FieldKind.REFERENCE, MergeClass.COMMERCIAL, false, 0, entity, List.of());
    }

    public static Field flag(String name) {
        return new Field(name, FieldKind.FLAG, MergeClass.DESCRIPTIVE, true, 0, null, List.of());
    }

    /** @param max characters of each */
    public static Field words(String name, int max) {
        return new Field(name, FieldKind.WORDS, MergeClass.SET, false, max, null, List.of());
    }

    public static Field date(String name) {
        return new Field(name, FieldKind.DATE, MergeClass.DESCRIPTIVE, false, 0, null, List.of());
    }

    public static Field decimal(String name, int scale) {
        return new Field(name, FieldKind.DECIMAL, MergeClass.COMMERCIAL, false, scale, null, List.of());
    }

    public Field mandatory() {
        return new Field(name, kind, merge, true, max, references, codes);
    }

    public Field merged(MergeClass by) {
        return new Field(name, kind, by, required, max, references, codes);
    }

    public String column() {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The value in the one form it is compared and stored in: text without space around, a price with all its decimals. */
    public @Nullable Object tidy(@Nullable Object value) {
        return switch (value) {
            case String text when kind == FieldKind.WORDS -> Members.tidy(text);
            case String text when text.isBlank() -> null;
            case String text -> text.strip();
            case BigDecimal number when number.stripTrailingZeros().scale() <= max -> number.setScale(max);
            case null -> null;
            default -> value;
        };
    }

    /** What is wrong with this value here, or null. Whether a reference exists only a store can say. */
    public @Nullable Problem check(@Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return required ? Problem.of("field.required").at(name) : null;
        }
        return switch (kind) {
            case TEXT -> checkText((String) value, max);
            case WORDS -> checkWords((String) value);
            case CODE ->
                codes.contains(value)
                        ? null
                        : Problem.of("field.unknown_code")
                                .with("value", quotable((String) value))
                                .at(name);
            case DECIMAL -> checkDecimal((BigDecimal) value);
            case DATE -> checkDate((LocalDate) value);
            case REFERENCE, FLAG -> null;
        };
    }

    private @Nullable Problem checkWords(String text) {
        var words = Members.of(text);
        return words.size() > MOST_WORDS
                ? Problem.of("field.too_many").with("max", MOST_WORDS).at(name)
                : words.stream()
                        .map(word -> checkText(word, max))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable Problem checkText(String text, int most) {
        if (text.length() > most) {
            return Problem.of("field.too_long").with("max", most).at(name);
        }
        // PostgreSQL can't store NUL and no encoder can carry half a surrogate pair: refuse them where they come in.
        return text.codePoints().anyMatch(Field::isUnstorable)
                ? Problem.of("field.bad_text").at(name)
                : null;
    }

    /** What is quoted in a problem is stored and sent on, so it must be neither long nor unstorable. */
    private static String quotable(String text) {
        var quoted = new StringBuilder();
        text.codePoints()
                .limit(MAX_QUOTED)
                .map(c -> isUnstorable(c) ? 0xFFFD : c)
                .forEach(quoted::appendCodePoint);
        return quoted.toString();
    }

    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || (codePoint >= 0xD800 && codePoint <= 0xDFFF);
    }

    /** Four digits of a year: what every database, file format and date picker agrees on. */
    private @Nullable Problem checkDate(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= 9999
                ? null
                : Problem.of("field.out_of_range").at(name);
    }

    private @Nullable Problem checkDecimal(BigDecimal number) {
        boolean fits = number.stripTrailingZeros().scale() <= max
                && number.precision() - number.scale() <= MOST_INTEGER_DIGITS;
        return fits
                ? null
                : Problem.of("field.out_of_range").with("decimals", max).at(name);
    }
}

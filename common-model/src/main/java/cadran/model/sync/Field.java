package cadran.model.sync;

import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
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
 * @param needs the right to change it, beside the one to change the row; null where none is needed
 * @param within a reference of the row that what this one points to must have alike; null where it may be any
 */
public record Field(
        String name,
        FieldKind kind,
        MergeClass merge,
        boolean required,
        int max,
        @Nullable String references,
        List<String> codes,
        @Nullable Permission needs,
        @Nullable String within) {

    /** Of a field that holds several. */
    public static final int MOST_WORDS = 30;

    /** Of a number, before its point. */
    public static final int MOST_INTEGER_DIGITS = 8;

    private static final int MAX_QUOTED = 40;

    public static Field text(String name, int max) {
        return of(name, FieldKind.TEXT, MergeClass.DESCRIPTIVE, max, null, List.of());
    }

    public static Field code(String name, Class<? extends Enum<?>> type) {
        return of(name, FieldKind.CODE, MergeClass.DESCRIPTIVE, 0, null, names(type));
    }

    /** Any of them, also none. */
    public static Field codes(String name, Class<? extends Enum<?>> type) {
        return of(name, FieldKind.CODES, MergeClass.SET, 0, null, names(type));
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** A reference is commercial by default: who a thing belongs to is never decided by who came last. */
    public static Field reference(String name, String entity) {
        return of(name, FieldKind.REFERENCE, MergeClass.COMMERCIAL, 0, entity, List.of());
    }

    public static Field flag(String name) {
        return of(name, FieldKind.FLAG, MergeClass.DESCRIPTIVE, 0, null, List.of())
                .mandatory();
    }

    /** @param max characters of each */
    public static Field words(String name, int max) {
        return of(name, FieldKind.WORDS, MergeClass.SET, max, null, List.of());
    }

    public static Field date(String name) {
        return of(name, FieldKind.DATE, MergeClass.DESCRIPTIVE, 0, null, List.of());
    }

    public static Field decimal(String name, int scale) {
        return of(name, FieldKind.DECIMAL, MergeClass.COMMERCIAL, scale, null, List.of());
    }

    private static Field of(
            String name, FieldKind kind, MergeClass merge, int max, @Nullable String references, List<String> codes) {
        return new Field(name, kind, merge, false, max, references, codes, null, null);
    }

    public Field mandatory() {
        return new Field(name, kind, merge, true, max, references, codes, needs, within);
    }

    public Field merged(MergeClass by) {
        return new Field(name, kind, by, required, max, references, codes, needs, within);
    }

    public Field needing(Permission right) {
        return new Field(name, kind, merge, required, max, references, codes, right, within);
    }

    /** Only rows that point where this one points with the field. */
    public Field within(String field) {
        return new Field(name, kind, merge, required, max, references, codes, needs, field);
    }

    /** Whether it holds several values at once. */
    public boolean isSeveral() {
        return merge == MergeClass.SET;
    }

    public String column() {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The value in the one form it is compared and stored in: text without space around, a price with all its decimals. */
    public @Nullable Object tidy(@Nullable Object value) {
        return switch (value) {
            case String text when kind == FieldKind.WORDS -> Members.tidy(text);
            case String text when kind == FieldKind.CODES -> Members.text(Members.of(text));
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
            case CODE -> checkCodes(List.of((String) value));
            case CODES -> checkCodes(Members.of((String) value));
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

    private @Nullable Problem checkCodes(Collection<String> given) {
        return given.stream()
                .filter(code -> !codes.contains(code))
                .findFirst()
                .map(code -> Problem.of("field.unknown_code")
                        .with("value", quotable(code))
                        .at(name))
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

package cadran.model.sync;

import cadran.model.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
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

    private static final int INTEGER_DIGITS = 8;

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

    /** What is wrong with this value here, or null. Whether a reference exists only a store can say. */
    public @Nullable Problem check(@Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return required ? Problem.of("field.required").at(name) : null;
        }
        return switch (kind) {
            case TEXT -> checkText((String) value);
            case CODE ->
                codes.contains(value)
                        ? null
                        : Problem.of("field.unknown_code").with("value", value).at(name);
            case DECIMAL -> checkDecimal((BigDecimal) value);
            case REFERENCE, FLAG, DATE -> null;
        };
    }

    private @Nullable Problem checkText(String text) {
        if (text.length() > max) {
            return Problem.of("field.too_long").with("max", max).at(name);
        }
        // PostgreSQL can't store NUL and no encoder can carry half a surrogate pair: refuse them where they come in.
        boolean unstorable = text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
        return unstorable ? Problem.of("field.bad_text").at(name) : null;
    }

    private @Nullable Problem checkDecimal(BigDecimal number) {
        boolean fits =
                number.stripTrailingZeros().scale() <= max && number.precision() - number.scale() <= INTEGER_DIGITS;
        return fits
                ? null
                : Problem.of("field.out_of_range").with("decimals", max).at(name);
    }
}

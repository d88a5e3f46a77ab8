package cadran.desktop.own;

import cadran.desktop.i18n.Texts;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.DateInput;
import cadran.desktop.ui.NumberInput;
import cadran.desktop.ui.Spelling;
import cadran.model.ownfields.Choices;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values of own fields are shown, and how what a person typed is read back. */
final class OwnText {
    private static final String KEY = "own-";

    private OwnText() {}

    /** What a field is called where fields of rows are called by their names. */
    static String id(OwnField field) {
        return KEY + field.id();
    }

    static boolean isId(String name) {
        return name.startsWith(KEY);
    }

    static UUID fieldOf(String id) {
        return UUID.fromString(id.substring(KEY.length()));
    }

    static String nameKey(OwnField field) {
        return Texts.named(field.name());
    }

    static @Nullable Object value(GridRow number, OwnField field) {
        return value(number.own().get(field.id()), field);
    }

    static @Nullable Object value(@Nullable Row value, OwnField field) {
        return value == null ? null : value.get(field.kind().field());
    }

    static String shown(Texts texts, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> texts.formats().decimal(number.stripTrailingZeros());
            case LocalDate day -> texts.formats().date(day);
            default -> value.toString();
        };
    }

    /** Throws the problem with what can't be one. */
    static @Nullable Object read(OwnField field, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        var value = switch (field.kind()) {
            case TEXT -> text;
            case NUMBER -> NumberInput.decimal(text).orElseThrow(() -> wrong("field.not_a_number", field));
            case DATE -> DateInput.date(text).orElseThrow(() -> wrong("field.not_a_date", field));
            case CHOICE -> choice(field, text);
        };
        var problem = check(field, value);
        if (problem != null) {
            throw problem.asException();
        }
        return OwnValue.TYPE.field(field.kind().field()).tidy(value);
    }

    static @Nullable Problem check(OwnField field, @Nullable Object value) {
        var problem = OwnValue.TYPE.field(field.kind().field()).check(value);
        return problem == null ? null : problem.at(id(field));
    }

    private static String choice(OwnField field, String text) {
        var plain = Spelling.plain(text);
        var found = Choices.of(field.choices()).stream()
                .filter(choice -> choice.equals(text) || Spelling.plain(choice).equals(plain))
                .toList();
        if (found.isEmpty()) {
            throw Problem.of("own_value.no_choice")
                    .with("field", field.name())
                    .with("choices", String.join(", ", Choices.of(field.choices())))
                    .at(id(field))
                    .asException();
        }
        return found.contains(text) ? text : found.getFirst();
    }

    private static RuntimeException wrong(String code, OwnField field) {
        return Problem.of(code).at(id(field)).asException();
    }

    static List<String> choices(OwnField field) {
        return Choices.of(field.choices());
    }
}

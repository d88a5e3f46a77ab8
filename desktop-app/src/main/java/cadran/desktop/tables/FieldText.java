package cadran.desktop.tables;

import cadran.desktop.i18n.Formats;
import cadran.desktop.i18n.Texts;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.DateInput;
import cadran.desktop.ui.NumberInput;
import cadran.model.numbers.Country;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Members;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a field is called, how its values are shown, and how what a person typed is read back. */
public final class FieldText {
    private static final String CURRENCY = "currency";
    private static final String EURO = "EUR";

    /** Phone numbers, stored in their one form and shown and typed as people write them. */
    private static final Set<String> NUMBERS = Set.of("e164", "firstNumber", "lastNumber", "headNumber");

    private static final NumberParser PARSER = new NumberParser(NumberingPlan.shipped());

    private FieldText() {}

    public static boolean isNumber(Field field) {
        return NUMBERS.contains(field.name());
    }

    /** The same field means the same in every table, so its name is enough. */
    public static String nameKey(Field field) {
        return "field." + field.name();
    }

    public static String codeKey(EntityType<?> type, Field field, String code) {
        return "code." + type.name() + "." + field.name() + "." + code.toLowerCase(Locale.ROOT);
    }

    /** What the fields of a section have in common. */
    public static String sectionKey(EntityType<?> type, EntityType.Section section) {
        return "section." + type.name() + "." + section.name();
    }

    /** Empty for an empty field. */
    public static String shown(Texts texts, GridRow row, Field field) {
        Object value = row.row().get(field.name());
        if (value instanceof BigDecimal number && row.row().type().has(CURRENCY)) {
            return amount(
                    texts, field, number, Objects.requireNonNullElse(row.row().text(CURRENCY), EURO));
        }
        return field.kind() == FieldKind.REFERENCE
                ? row.labels().getOrDefault(field.name(), "")
                : shown(texts, row.row().type(), field, value, Map.of());
    }

    /** @param labels what the rows are called that a reference may point to */
    public static String shown(
            Texts texts, EntityType<?> type, Field field, @Nullable Object value, Map<UUID, String> labels) {
        if (value == null) {
            return "";
        }
        return switch (field.kind()) {
            case TEXT -> isNumber(field) ? number(value.toString()) : value.toString();
            case CODE -> texts.get(codeKey(type, field, value.toString()));
            case REFERENCE -> labels.getOrDefault((UUID) value, "");
            case CODES ->
                Members.of(value.toString()).stream()
                        .map(code -> texts.get(codeKey(type, field, code)))
                        .collect(Collectors.joining(", "));
            case WORDS -> value.toString().replace(",", ", ");
            case FLAG -> texts.get((Boolean) value ? "value.yes" : "value.no");
            case DATE -> texts.formats().date((LocalDate) value);
            case DECIMAL -> amount(texts, field, (BigDecimal) value, EURO);
        };
    }

    /** What has decimals is money. */
    private static String amount(Texts texts, Field field, BigDecimal value, String currency) {
        return field.max() == 0
                ? texts.formats().decimal(value)
                : texts.formats().money(value, currency);
    }

    /** A value that was written as plain text, as the history keeps it. */
    public static @Nullable Object told(Field field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT, CODE, WORDS, CODES -> text;
            case REFERENCE -> UUID.fromString(text);
            case FLAG -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case DECIMAL -> new BigDecimal(text);
        };
    }

    /** What stands in the field when its editing starts. */
    public static String typed(Texts texts, GridRow row, Field field) {
        return row.row().get(field.name()) instanceof BigDecimal amount
                ? texts.formats().decimal(amount)
                : shown(texts, row, field);
    }

    /** What the entered text means here; throws the problem with it. */
    public static @Nullable Object read(Field field, String entered) {
        String text = entered.strip();
        Object value = text.isEmpty()
                ? null
                : switch (field.kind()) {
                    case TEXT -> isNumber(field) ? canonical(field, text) : text;
                    case CODE -> text;
                    case WORDS, CODES -> field.tidy(text);
                    case REFERENCE -> UUID.fromString(text);
                    case FLAG -> Boolean.valueOf(text);
                    case DATE -> DateInput.date(text).orElseThrow(() -> wrong("field.not_a_date", field));
                    case DECIMAL -> NumberInput.decimal(text).orElseThrow(() -> wrong("field.not_a_number", field));
                };
        var problem = field.check(value);
        if (problem != null) {
            throw problem.asException();
        }
        return value;
    }

    /** A French one where it has no calling code; also one that a spreadsheet has robbed of its plus or its zero. */
    private static String canonical(Field field, String text) {
        var read = PARSER.parse(text, Country.FRANCE);
        var withPlus = PARSER.parse("+" + text, Country.FRANCE);
        boolean lacksPlus = read instanceof Checked.Invalid<E164> && withPlus instanceof Checked.Valid<E164>;
        return switch (lacksPlus ? withPlus : read) {
            case Checked.Valid<E164>(var number, var _) -> number.value();
            case Checked.Invalid<E164>(var problem) ->
                throw problem.at(field.name()).asException();
        };
    }

    /** What a row is called, by its label. */
    public static String number(String label) {
        return Formats.called(label);
    }

    /** What is wrong with a row's field, in words: its codes too. */
    public static String problem(Texts texts, EntityType<?> type, Problem problem) {
        if (problem.field() == null || !type.has(problem.field())) {
            return texts.problem(problem);
        }
        var field = type.field(problem.field());
        var worded = problem;
        for (var arg : problem.args().entrySet()) {
            if (field.kind() == FieldKind.CODE && field.codes().contains(arg.getValue())) {
                worded = worded.with(arg.getKey(), texts.get(codeKey(type, field, arg.getValue())));
            }
        }
        return texts.get("detail.line", "name", texts.get(nameKey(field)), "value", texts.problem(worded));
    }

    private static RuntimeException wrong(String code, Field field) {
        return Problem.of(code).at(field.name()).asException();
    }
}

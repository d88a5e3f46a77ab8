package cadran.model.wire;

import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Members;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Cadran reads and writes it: strict, bounded, and field values typed by their {@link Field}. */
public final class Json {
    private static final int MAX_DEPTH = 40;
    private static final int MAX_TEXT = 1_000_000;

    /** Refuses what a careless program sends: a name twice, unknown properties, text behind the end, endless nesting. */
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    public static @Nullable Object read(Field field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (field.kind() == FieldKind.FLAG) {
            if (!node.isBoolean()) {
                throw wrongType(field, "boolean");
            }
            return node.booleanValue();
        }
        if (field.isSeveral() && node.isArray()) {
            return Members.text(
                    node.valueStream().map(word -> text(field, word)).toList());
        }
        boolean number = field.kind() == FieldKind.DECIMAL && node.isNumber();
        return read(field, number ? node.decimalValue().toString() : text(field, node));
    }

    static Object read(Field field, String text) {
        return switch (field.kind()) {
            case TEXT, CODE, WORDS, CODES -> text;
            case REFERENCE -> uuid(field.name(), text);
            case DATE -> date(field, text);
            case DECIMAL -> decimal(field, text);
            case FLAG -> throw wrongType(field, "boolean");
        };
    }

    public static JsonNode write(@Nullable Object value) {
        var nodes = JsonNodeFactory.instance;
        return switch (value) {
            case null -> nodes.nullNode();
            case Boolean flag -> nodes.booleanNode(flag);
            case BigDecimal number -> nodes.stringNode(number.toPlainString());
            default -> nodes.stringNode(value.toString());
        };
    }

    static Map<String, @Nullable Object> readValues(EntityType<?> type, @Nullable JsonNode node) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (node != null) {
            node.propertyStream()
                    .forEach(property ->
                            values.put(property.getKey(), read(type.field(property.getKey()), property.getValue())));
        }
        return values;
    }

    /** Like {@link #readValues}, without the fields that only a newer program knows. */
    static Map<String, @Nullable Object> readKnownValues(EntityType<?> type, @Nullable JsonNode node) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (node != null) {
            node.propertyStream()
                    .filter(property -> type.has(property.getKey()))
                    .forEach(property ->
                            values.put(property.getKey(), read(type.field(property.getKey()), property.getValue())));
        }
        return values;
    }

    static ObjectNode writeValues(Map<String, @Nullable Object> values) {
        var node = JsonNodeFactory.instance.objectNode();
        values.forEach((name, value) -> node.set(name, write(value)));
        return node;
    }

    public static UUID uuid(String name, String text) {
        try {
            var id = UUID.fromString(text);
            // Java reads others as well, and drops the digits that are too many.
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw Problem.of("json.wrong_type")
                    .with("expected", "uuid")
                    .at(name)
                    .asException();
        }
        throw Problem.of("json.wrong_type").with("expected", "uuid").at(name).asException();
    }

    private static String text(Field field, JsonNode node) {
        if (!node.isString()) {
            throw wrongType(field, "string");
        }
        return node.stringValue();
    }

    private static LocalDate date(Field field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrongType(field, "date");
        }
    }

    private static BigDecimal decimal(Field field, String text) {
        try {
            // Java reads the digits of every script.
            if (text.length() <= 40 && text.chars().allMatch(c -> c < 0x80)) {
                var number = new BigDecimal(text);
                // 1e999999999 is short to write and endless to print.
                if (Math.abs((long) number.scale()) <= 40) {
                    return number;
                }
            }
        } catch (NumberFormatException e) {
            throw wrongType(field, "decimal");
        }
        throw wrongType(field, "decimal");
    }

    static ProblemException wrongType(Field field, String expected) {
        return Problem.of("json.wrong_type")
                .with("expected", expected)
                .at(field.name())
                .asException();
    }
}

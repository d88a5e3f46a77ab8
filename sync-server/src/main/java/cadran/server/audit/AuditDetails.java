package cadran.server.audit;

import cadran.model.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What changed, field by field. Only plain values go in, never a whole object that might carry something along, and
 * no field whose name says that it is a secret: the log is read by many and kept for long.
 */
public final class AuditDetails {
    /** Why it was done, in its author's words. Beside the fields, because it can be erased like them; no field is called so. */
    public static final String REASON = "@reason";

    private static final Pattern SECRET =
            Pattern.compile(".*(password|passwort|secret|token|credential|private|apikey|api_key|sealed|hash).*");
    private static final int LONGEST = 2_000;

    private final TreeMap<String, JsonNode> fields = new TreeMap<>();

    private AuditDetails() {}

    public static AuditDetails none() {
        return new AuditDetails();
    }

    public AuditDetails changed(String field, @Nullable Object before, @Nullable Object after) {
        if (SECRET.matcher(field.toLowerCase(Locale.ROOT)).matches()) {
            throw new IllegalArgumentException("A secret must not get into the audit log: " + field);
        }
        var pair = JsonNodeFactory.instance.arrayNode();
        pair.add(plain(before)).add(plain(after));
        fields.put(field, pair);
        return this;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** A value that was not there before, or is only worth telling. */
    public AuditDetails with(String field, @Nullable Object value) {
        return changed(field, null, value);
    }

    private static JsonNode plain(@Nullable Object value) {
        var nodes = JsonNodeFactory.instance;
        return switch (value) {
            case null -> nodes.nullNode();
            case Boolean flag -> nodes.booleanNode(flag);
            case Integer number -> nodes.numberNode(number);
            case Long number -> nodes.numberNode(number);
            case java.math.BigDecimal number -> nodes.stringNode(number.toPlainString());
            case String text -> nodes.stringNode(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
            case Enum<?> choice -> nodes.stringNode(choice.name());
            case UUID id -> nodes.stringNode(id.toString());
            case Instant time -> nodes.stringNode(time.toString());
            case LocalDate day -> nodes.stringNode(day.toString());
            default -> throw new IllegalArgumentException("Not a plain value: " + value.getClass());
        };
    }

    /** One spelling for one content, since its digest is what stays: fields by name, no spaces. */
    String canonical() {
        var node = JsonNodeFactory.instance.objectNode();
        fields.forEach(node::set);
        return Json.MAPPER.writeValueAsString(node);
    }
}

package cadran.server.rest;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON with blanks. A text or a name with a {@code {{blank}}} in it gets words there. A text that is nothing else becomes
 * whatever fills the blank, and in an array each element of an array.
 */
final class JsonForm {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern BLANK = Pattern.compile("\\{\\{([^}]+)}}");

    private final JsonNode form;

    JsonForm(JsonNode form) {
        this.form = form;
    }

    JsonNode filled(Map<String, JsonNode> blanks) {
        return filled(form, blanks);
    }

    private static JsonNode filled(JsonNode form, Map<String, JsonNode> blanks) {
        return switch (form.getNodeType()) {
            case OBJECT -> object(form, blanks);
            case ARRAY -> array(form, blanks);
            case STRING -> text(form.stringValue(), blanks);
            default -> form;
        };
    }

    private static ObjectNode object(JsonNode form, Map<String, JsonNode> blanks) {
        var object = NODES.objectNode();
        form.propertyStream()
                .forEach(property -> object.set(words(property.getKey(), blanks), filled(property.getValue(), blanks)));
        return object;
    }

    private static ArrayNode array(JsonNode form, Map<String, JsonNode> blanks) {
        var array = NODES.arrayNode();
        for (var element : form) {
            var filled = filled(element, blanks);
            if (element.isString() && filled.isArray()) {
                filled.forEach(array::add);
            } else {
                array.add(filled);
            }
        }
        return array;
    }

    private static JsonNode text(String text, Map<String, JsonNode> blanks) {
        var blank = BLANK.matcher(text);
        return blank.matches() ? fill(blank.group(1), blanks) : NODES.stringNode(words(text, blanks));
    }

    private static String words(String text, Map<String, JsonNode> blanks) {
        return BLANK.matcher(text)
                .replaceAll(blank ->
                        Matcher.quoteReplacement(fill(blank.group(1), blanks).stringValue()));
    }

    private static JsonNode fill(String blank, Map<String, JsonNode> blanks) {
        return Objects.requireNonNull(blanks.get(blank), () -> "nothing fills {{" + blank + "}}");
    }
}

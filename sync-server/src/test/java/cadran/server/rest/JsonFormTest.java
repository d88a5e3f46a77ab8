package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class JsonFormTest {
    private static final Map<String, JsonNode> BLANKS = Map.of(
            "a row", json("\"a \\\"$1\\\" row\""),
            "some", json("[1, 2]"),
            "none", json("[]"),
            "thing", json("{\"a\": \"{{some}}\"}"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            words stand where the blank is          | {"{{a row}}": "Read {{a row}}, {id}"} | {"a \\"$1\\" row": "Read a \\"$1\\" row, {id}"}
            a text that is a blank becomes its filling | {"x": "{{some}}"}                  | {"x": [1, 2]}
            elements of an array come one by one    | [0, "{{some}}", "{{none}}", 3]        | [0, 1, 2, 3]
            a thing is an element                   | ["{{thing}}", ["{{none}}"]]           | [{"a": "{{some}}"}, []]
            all else stays                          | [1.5, true, null, "{{", "{a}"]        | [1.5, true, null, "{{", "{a}"]
            """)
    void aFormIsFilledIn(String rule, String form, String expected) {
        assertEquals(json(expected), new JsonForm(json(form)).filled(BLANKS), rule);
    }

    @Test
    void aBlankThatNothingFillsIsNamed() {
        var form = new JsonForm(json("{\"x\": \"Read {{a rwo}}\"}"));
        var failure = assertThrows(NullPointerException.class, () -> form.filled(BLANKS));
        assertTrue(String.valueOf(failure.getMessage()).contains("{{a rwo}}"));
    }

    private static JsonNode json(String text) {
        return Json.MAPPER.readTree(text);
    }
}

package cadran.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.wire.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is made of a small table with a field of each kind, word for word as it would be written by hand. */
class TableDocumentTest {
    private enum Switch {
        OFF,
        ON
    }

    private record Lamp(
            UUID id,
            String serial,
            Switch state,
            @Nullable String name,
            @Nullable Switch habit,
            @Nullable UUID carrierId,
            Boolean outside,
            @Nullable LocalDate hungOn,
            @Nullable BigDecimal price,
            BigDecimal watts,
            @Nullable String places) {}

    private static final EntityType<Lamp> LAMP = EntityType.of("street_lamp", "street-lamps", Lamp.class)
            .fields(
                    Field.text("serial", 9).mandatory().merged(MergeClass.IDENTITY),
                    Field.code("state", Switch.class).mandatory().merged(MergeClass.MACHINE),
                    Field.text("name", 50),
                    Field.code("habit", Switch.class),
                    Field.reference("carrierId", "carrier"),
                    Field.flag("outside"),
                    Field.date("hungOn"),
                    Field.decimal("price", 2),
                    Field.decimal("watts", 0).mandatory(),
                    Field.words("places", 20))
            .build();

    private static final String TEXTS = """
            {
              "fields": {
                "name": {"description": "Name."},
                "price": {"description": "What it cost.", "example": "9.90"}
              },
              "tables": {
                "street_lamp": {
                  "one": "a street lamp",
                  "many": "street lamps",
                  "description": "It gives light.",
                  "examples": {
                    "id": "0198a2c4-7d00-7063-8000-000000000063",
                    "create": {"serial": "l 1", "price": "9.90"},
                    "change": {"outside": false}
                  },
                  "fields": {
                    "serial": {
                      "description": "Number on the foot.",
                      "example": "L1",
                      "constraints": {"pattern": "^[A-Z0-9]+$"},
                      "create": {"description": "In any spelling.", "constraints": {"maxLength": 20}}
                    },
                    "state": {"description": "Whether it shines.", "example": "ON"},
                    "name": {"example": "Corner"},
                    "habit": {"description": "What it mostly is."},
                    "carrierId": {"description": "Who calls it."},
                    "outside": {"description": "Whether it gets wet."},
                    "hungOn": {"description": "Since when.", "example": null},
                    "watts": {"description": "What it takes.", "example": "60"},
                    "places": {"description": "Where.", "example": ["corner", "door"]}
                  }
                },
                "carrier": {"examples": {"id": "0198a2c4-7d00-7003-8000-000000000003"}}
              }
            }
            """;

    private final JsonNode document = OpenApiDocument.of(List.of(LAMP), json(TEXTS));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name      | {"type": ["string", "null"], "maxLength": 50, "description": "Name."}
            habit     | {"type": ["string", "null"], "enum": ["OFF", "ON", null], "description": "What it mostly is."}
            carrierId | {"type": ["string", "null"], "format": "uuid", "x-references": "carriers", "description": "Who calls it."}
            outside   | {"type": "boolean", "default": true, "description": "Whether it gets wet."}
            hungOn    | {"type": ["string", "null"], "format": "date", "description": "Since when."}
            price     | {"type": ["string", "null"], "pattern": "^[0-9]{1,8}(\\\\.[0-9]{1,2})?$", "description": "What it cost."}
            watts     | {"type": "string", "pattern": "^[0-9]{1,8}$", "description": "What it takes."}
            places    | {"type": ["array", "null"], "items": {"type": "string", "maxLength": 20}, "maxItems": 30, "description": "Where."}
            """)
    void aFieldIsDescribedAfterItsKind(String field, String expected) {
        assertEquals(
                json(expected), schema("StreetLampFields").get("properties").get(field));
    }

    @Test
    void whatIsFixedStandsInRowsAndCreationsOnly() {
        var state =
                "\"state\": {\"type\": \"string\", \"enum\": [\"OFF\", \"ON\"], \"description\": \"Whether it shines.\"}";
        assertEquals(
                json("""
                {"type": "object", "properties": {
                  "serial": {"type": "string", "minLength": 1, "maxLength": 9, "pattern": "^[A-Z0-9]+$",
                             "description": "Number on the foot."},
                  %s}}
                """.formatted(state)), schema("StreetLamp").get("allOf").get(1));
        assertEquals(
                json("""
                {"type": "object", "properties": {
                  "serial": {"type": "string", "minLength": 1, "maxLength": 20, "description": "In any spelling."},
                  %s}}
                """.formatted(state)),
                schema("StreetLampCreate").get("allOf").get(1));
        assertEquals(json("""
                {"description": "The fields to change; null empties one.", "minProperties": 1,
                 "allOf": [{"$ref": "#/components/schemas/StreetLampFields"}], "unevaluatedProperties": false}
                """), schema("StreetLampPatch"));
        assertEquals(
                "Changes the fields that are named and leaves the others. Not the state: that takes a move.",
                document.at("/paths/~1api~1v1~1street-lamps~1{id}/patch/description")
                        .stringValue());
    }

    @Test
    void aCreationRequiresWhatIsMandatoryAndHasNoDefault() {
        assertEquals(
                json("[\"serial\", \"state\", \"watts\"]"),
                schema("StreetLampCreate").get("required"));
    }

    @Test
    void aListIsFilteredByEachFieldAsItIsCompared() {
        var schemas = Json.MAPPER.createObjectNode();
        filters().forEach(filter -> schemas.set(filter.get("name").stringValue(), filter.get("schema")));
        assertEquals(json("""
                {
                  "serial": {"type": "array", "items": {"type": "string"}},
                  "state": {"type": "array", "items": {"type": "string", "enum": ["OFF", "ON"]}},
                  "name": {"type": "array", "items": {"type": "string"}},
                  "habit": {"type": "array", "items": {"type": "string", "enum": ["OFF", "ON"]}},
                  "carrierId": {"type": "array", "items": {"type": "string", "format": "uuid"}},
                  "outside": {"type": "array", "items": {"type": "boolean"}},
                  "hungOn": {"type": "array", "items": {"type": "string", "format": "date"}},
                  "hungOn.min": {"type": "string", "format": "date"},
                  "hungOn.max": {"type": "string", "format": "date"},
                  "price": {"type": "array", "items": {"type": "string"}},
                  "price.min": {"type": "string"},
                  "price.max": {"type": "string"},
                  "watts": {"type": "array", "items": {"type": "string"}},
                  "watts.min": {"type": "string"},
                  "watts.max": {"type": "string"},
                  "places": {"type": "array", "items": {"type": "string"}}
                }
                """), schemas);
    }

    @Test
    void aFilterSaysWhatItCompares() {
        var said = new HashMap<String, String>();
        filters()
                .forEach(filter -> said.put(
                        filter.get("name").stringValue(),
                        filter.get("description").stringValue()));
        assertEquals("Only rows whose `name` is one of these.", said.get("name"));
        assertEquals("Only rows that have one of these among their `places`.", said.get("places"));
        assertEquals("Only rows whose `hungOn` is at least this.", said.get("hungOn.min"));
        assertEquals("Only rows whose `hungOn` is at most this.", said.get("hungOn.max"));
    }

    @Test
    void examplesComeFromTheTextsAndFromWhatTheDescriptorKnows() {
        var row = """
                {"id": "0198a2c4-7d00-7063-8000-000000000063", "version": %d, "serial": "L1", "state": "ON",
                 "name": "Corner", "habit": "OFF", "carrierId": "0198a2c4-7d00-7003-8000-000000000003",
                 "outside": %s, "hungOn": null, "price": "9.90", "watts": "60", "places": ["corner", "door"]}
                """;
        assertEquals(json(row.formatted(1, true)), example("~1{id}/get/responses/200"));
        assertEquals(
                json("{\"serial\": \"l 1\", \"state\": \"ON\", \"watts\": \"60\", \"price\": \"9.90\"}"),
                example("/post/requestBody"));
        assertEquals(json("{\"outside\": false}"), example("~1{id}/patch/requestBody"));
        assertEquals(json(row.formatted(2, false)), example("~1{id}/patch/responses/200"));
    }

    @Test
    void operationsAreNamedAfterTheTable() {
        var create = document.at("/paths/~1api~1v1~1street-lamps/post");
        assertEquals("createStreetLamp", create.get("operationId").stringValue());
        assertEquals("Create a street lamp", create.get("summary").stringValue());
        assertEquals(json("[\"Street lamps\"]"), create.get("tags"));
        var list = document.at("/paths/~1api~1v1~1street-lamps/get");
        assertEquals("listStreetLamps", list.get("operationId").stringValue());
        assertEquals(
                "A page of street lamps.", list.at("/responses/200/description").stringValue());
    }

    @Test
    void itsTagStandsWhereTheHandWrittenPartWantsIt() {
        var tags = document.get("tags")
                .valueStream()
                .map(tag -> tag.get("name").stringValue())
                .toList();
        assertEquals(List.of("Sign-in", "Street lamps", "History"), tags.subList(0, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tables/street_lamp/one",
                "/tables/street_lamp/examples/change",
                "/tables/street_lamp/fields/watts/description",
                "/tables/street_lamp/fields/watts/example",
                "/tables/street_lamp/fields/serial/description",
                "/tables/carrier/examples/id",
                "/fields/price/description"
            })
    void aMissingTextIsNamed(String place) {
        var texts = json(TEXTS);
        parent(texts, place).remove(name(place));
        assertTold("lacks [", place, texts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tables/street_light",
                "/tables/street_lamp/plural",
                "/tables/street_lamp/fields/name/hint",
                "/tables/street_lamp/fields/name/create",
                "/tables/street_lamp/fields/colour",
                "/fields/colour",
                "/fields/watts"
            })
    void aTextThatNothingAsksForIsNamed(String place) {
        var texts = json(TEXTS);
        parent(texts, place).putObject(name(place)).put("description", "Of something else.");
        assertTold("unused [", place, texts);
    }

    @Test
    void everythingThatLacksIsToldAtOnce() {
        var texts = json(TEXTS);
        parent(texts, "/tables/street_lamp/one").remove(List.of("one", "many", "fields"));
        var told = assertTold("lacks [", "/tables/street_lamp/one", texts);
        assertTrue(told.contains("/tables/street_lamp/many"), told);
        assertTrue(
                told.contains(
                        "/tables/street_lamp/fields/watts/example, the same for all tables /fields/watts/example"),
                told);
    }

    private static String assertTold(String what, String place, JsonNode texts) {
        var failure = assertThrows(IllegalStateException.class, () -> OpenApiDocument.of(List.of(LAMP), texts));
        var told = Objects.requireNonNull(failure.getMessage());
        assertTrue(told.contains(what) && told.contains(place), told);
        return told;
    }

    private static ObjectNode parent(JsonNode texts, String place) {
        return (ObjectNode) texts.at(place.substring(0, place.lastIndexOf('/')));
    }

    private static String name(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private List<JsonNode> filters() {
        return document.at("/paths/~1api~1v1~1street-lamps/get/parameters")
                .valueStream()
                .filter(parameter -> parameter.has("name"))
                .toList();
    }

    private JsonNode example(String place) {
        return document.at("/paths/~1api~1v1~1street-lamps" + place + "/content/application~1json/example");
    }

    private JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    private static JsonNode json(String text) {
        return Json.MAPPER.readTree(text);
    }
}

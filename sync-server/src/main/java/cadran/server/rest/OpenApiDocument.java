package cadran.server.rest;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.wire.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The document as it is served: what is written by hand, and before it what the tables' descriptors say. */
final class OpenApiDocument {
    private OpenApiDocument() {}

    static byte[] bytes() {
        return Json.MAPPER.writeValueAsBytes(of(Schema.TYPES, read(TableTexts.FILE)));
    }

    /** Fails if a text is missing or left over. */
    static JsonNode of(List<EntityType<?>> types, JsonNode tableTexts) {
        var texts = new TableTexts(tableTexts);
        var form = new JsonForm(read(TableDocument.FORM));
        var tags = JsonNodeFactory.instance.arrayNode();
        var paths = JsonNodeFactory.instance.objectNode();
        var schemas = JsonNodeFactory.instance.objectNode();
        for (var type : texts.inReadingOrder(types)) {
            var table = new TableDocument(type, texts).fill(form);
            table.get("tags").forEach(tags::add);
            paths.setAll((ObjectNode) table.get("paths"));
            schemas.setAll((ObjectNode) table.at("/components/schemas"));
        }
        texts.requireComplete();
        var document = (ObjectNode) new JsonForm(read("openapi.json")).filled(Map.of("tags of the tables", tags));
        putBefore(document, "paths", paths);
        putBefore((ObjectNode) document.get("components"), "schemas", schemas);
        return document;
    }

    private static void putBefore(ObjectNode parent, String name, ObjectNode first) {
        parent.set(name, first.setAll((ObjectNode) parent.get(name)));
    }

    private static JsonNode read(String resource) {
        return Json.MAPPER.readTree(DocumentHandlers.resource(resource));
    }
}

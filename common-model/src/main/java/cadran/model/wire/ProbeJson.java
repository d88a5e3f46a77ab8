package cadran.model.wire;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.RowSums;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the server's tables come to at one place of the feed. */
public final class ProbeJson {
    private ProbeJson() {}

    /** @param hash of the history up to there, and of what the asker may see: a copy of anything else can't be compared */
    public record Probe(UUID feed, long at, String hash, Map<EntityType<?>, RowSums> sums) {}

    public static ObjectNode write(Probe probe) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("feed", probe.feed().toString()).put("at", probe.at()).put("hash", probe.hash());
        var tables = node.putObject("tables");
        probe.sums().forEach((type, sums) -> {
            var table = tables.putObject(type.name());
            var counts = table.putArray("counts");
            var hashes = table.putArray("hashes");
            for (int bucket = 0; bucket < RowSums.BUCKETS; bucket++) {
                counts.add(sums.count(bucket));
                // As text: numbers of 64 bits don't survive every reader of JSON.
                hashes.add(Long.toHexString(sums.hash(bucket)));
            }
        });
        return node;
    }

    /** Without tables that only a newer server has. Throws what a malformed answer leads to. */
    public static Probe read(JsonNode node) {
        var sums = new LinkedHashMap<EntityType<?>, RowSums>();
        node.get("tables").propertyStream().forEach(table -> {
            EntityType<?> type = Schema.find(table.getKey());
            if (type != null) {
                sums.put(type, sums(table.getValue()));
            }
        });
        return new Probe(
                UUID.fromString(node.get("feed").asString()),
                node.get("at").asLong(),
                node.get("hash").asString(),
                sums);
    }

    private static RowSums sums(JsonNode table) {
        return RowSums.of(
                table.get("counts").valueStream().mapToLong(JsonNode::asLong).toArray(),
                table.get("hashes")
                        .valueStream()
                        .mapToLong(hash -> Long.parseUnsignedLong(hash.asString(), 16))
                        .toArray());
    }
}

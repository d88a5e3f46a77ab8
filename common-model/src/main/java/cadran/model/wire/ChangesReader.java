package cadran.model.wire;

import cadran.model.Schema;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a page of changes. Tables and columns that this program does not know are skipped, ones that the other side
 * does not know are empty: either side may be one version ahead.
 */
public final class ChangesReader {
    private final ChangesSink sink;
    private final CRC32C checksum = new CRC32C();
    /** For each known type: where in a row's line each of our fields stands, -1 for nowhere. */
    private final Map<String, int[]> columns = new HashMap<>();

    private long lines;
    private boolean ended;

    private ChangesReader(ChangesSink sink) {
        this.sink = sink;
    }

    /** Hands the whole page to the sink, or throws {@link DamagedPageException} with part of it handed over. */
    public static void read(InputStream in, ChangesSink sink) throws IOException {
        new ChangesReader(sink).readAll(in);
    }

    private void readAll(InputStream in) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            if (ended) {
                throw new DamagedPageException("text behind the end");
            }
            Runnable delivery;
            try {
                delivery = parse(text);
            } catch (JacksonException | ProblemException | IllegalArgumentException | NullPointerException e) {
                throw new DamagedPageException("line " + lines + " can't be read", e);
            }
            // Not inside the try: what goes wrong in the sink is no damage of the page.
            delivery.run();
        }
        if (!ended) {
            throw new DamagedPageException("cut off after " + lines + " lines");
        }
    }

    /** What the line has for the sink. Lines of a kind that only a newer program knows have nothing. */
    private Runnable parse(String text) throws DamagedPageException {
        JsonNode line = Json.MAPPER.readTree(text);
        if (line.has("end")) {
            end(line.get("end"));
            return ChangesReader::nothing;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        checksum.update(bytes, 0, bytes.length);
        lines++;
        if (line.isArray()) {
            return row(line);
        } else if (line.has("head")) {
            return head(line.get("head"));
        } else if (line.has("gone")) {
            return gone(line.get("gone"));
        } else if (line.has("result")) {
            var result = OperationJson.readResult(line.get("result"));
            return () -> sink.result(result);
        } else if (line.isObject()) {
            return ChangesReader::nothing;
        }
        throw new IllegalArgumentException("neither a row nor an object");
    }

    private static void nothing() {}

    private void end(JsonNode end) throws DamagedPageException {
        if (end.get("lines").asLong() != lines || end.get("checksum").asLong() != checksum.getValue()) {
            throw new DamagedPageException("checksum of " + lines + " lines is wrong");
        }
        ended = true;
    }

    private Runnable head(JsonNode node) {
        node.get("columns").propertyStream().forEach(property -> {
            EntityType<?> type = Schema.find(property.getKey());
            if (type != null) {
                columns.put(type.name(), positions(type, property.getValue()));
            }
        });
        var head = new PullHead(
                UUID.fromString(node.get("feed").asString()),
                node.get("from").asLong(),
                node.get("to").asLong(),
                node.get("hash").asString(),
                node.get("schema").asInt(),
                node.get("more").asBoolean());
        return () -> sink.head(head);
    }

    private Runnable gone(JsonNode node) {
        EntityType<?> type = Schema.find(node.get(0).asString());
        if (type == null) {
            return ChangesReader::nothing;
        }
        UUID id = UUID.fromString(node.get(1).asString());
        return () -> sink.gone(type, id);
    }

    private static int[] positions(EntityType<?> type, JsonNode names) {
        List<String> sent = new ArrayList<>();
        names.forEach(name -> sent.add(name.asString()));
        return type.fields().stream()
                .mapToInt(field -> sent.indexOf(field.name()))
                .toArray();
    }

    private Runnable row(JsonNode line) {
        EntityType<?> type = Schema.find(line.get(0).asString());
        if (type == null) {
            return ChangesReader::nothing;
        }
        int[] positions = columns.get(type.name());
        if (positions == null) {
            throw new IllegalArgumentException("rows of " + type + " without their columns");
        }
        var values = new ArrayList<@Nullable Object>(positions.length);
        for (int i = 0; i < positions.length; i++) {
            var node = positions[i] < 0 ? null : line.get(4 + positions[i]);
            values.add(Json.read(type.fields().get(i), node));
        }
        var row = new Row(
                type,
                UUID.fromString(line.get(1).asString()),
                line.get(2).asLong(),
                UUID.fromString(line.get(3).asString()),
                values);
        return () -> sink.row(row);
    }
}

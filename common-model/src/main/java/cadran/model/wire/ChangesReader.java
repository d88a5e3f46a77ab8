package cadran.model.wire;

import cadran.model.Schema;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads a page of changes. Tables and columns that this program does not know are skipped, ones that the other side
 * does not know are empty: either side may be one version ahead.
 */
public final class ChangesReader {
    private final ChangesSink sink;
    private final CRC32C checksum = new CRC32C();
    /** For each known type: which of our fields each column of a row's line is. */
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
        var line = new Lines(in);
        while (line.next()) {
            if (ended) {
                throw new DamagedPageException("text behind the end");
            }
            Runnable delivery;
            try {
                delivery = parse(line.bytes(), line.from(), line.length());
            } catch (JacksonException
                    | ProblemException
                    | IllegalArgumentException
                    | DateTimeException
                    | NullPointerException e) {
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
    private Runnable parse(byte[] text, int from, int length) throws DamagedPageException {
        if (length > 0 && text[from] == '[') {
            count(text, from, length);
            return row(text, from, length);
        }
        JsonNode line = Json.MAPPER.readTree(text, from, length);
        if (line.has("end")) {
            end(line.get("end"));
            return ChangesReader::nothing;
        }
        count(text, from, length);
        if (line.has("head")) {
            return head(line.get("head"));
        } else if (line.has("gone")) {
            return gone(line.get("gone"));
        } else if (line.has("result")) {
            var result = OperationJson.readResult(line.get("result"));
            return () -> sink.result(result);
        } else if (line.has("next")) {
            var next = line.get("next");
            String place = next.get("place").isNull() ? null : next.get("place").asString();
            long total = next.get("total").asLong();
            return () -> sink.next(place, total);
        } else if (line.has("since")) {
            var since = Instant.parse(line.get("since").asString());
            return () -> sink.historySince(since);
        } else if (line.has("history")) {
            var history = HistoryJson.read(line.get("history"));
            return () -> sink.history(history);
        } else if (line.isObject()) {
            return ChangesReader::nothing;
        }
        throw new IllegalArgumentException("neither a row nor an object");
    }

    private void count(byte[] text, int from, int length) {
        checksum.update(text, from, length);
        lines++;
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

    /** For each of the sender's columns our field's position, -1 for one that we don't have. */
    private static int[] positions(EntityType<?> type, JsonNode names) {
        return names.valueStream()
                .map(JsonNode::asString)
                .mapToInt(name -> type.has(name) ? type.position(name) : -1)
                .toArray();
    }

    /** Token by token: a first sync has a million of them. */
    private Runnable row(byte[] text, int from, int length) {
        try (var line = Json.MAPPER.createParser(text, from, length)) {
            line.nextToken();
            EntityType<?> type = Schema.find(text(line));
            if (type == null) {
                return ChangesReader::nothing;
            }
            int[] positions = columns.get(type.name());
            if (positions == null) {
                throw new IllegalArgumentException("rows of " + type + " without their columns");
            }
            UUID id = UUID.fromString(text(line));
            if (line.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                throw new IllegalArgumentException("a row without a version");
            }
            long version = line.getLongValue();
            UUID audience = UUID.fromString(text(line));
            @Nullable Object[] values = new Object[type.fields().size()];
            for (int position : positions) {
                if (line.nextToken() == JsonToken.END_ARRAY) {
                    throw new IllegalArgumentException("a row with too few columns");
                }
                if (position < 0) {
                    line.skipChildren();
                } else {
                    values[position] = value(type.fields().get(position), line);
                }
            }
            if (line.nextToken() != JsonToken.END_ARRAY || line.nextToken() != null) {
                throw new IllegalArgumentException("a row with too many columns");
            }
            var row = new Row(type, id, version, audience, Arrays.asList(values));
            return () -> sink.row(row);
        }
    }

    private static String text(JsonParser line) {
        if (line.nextToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("no text where one was expected");
        }
        return line.getString();
    }

    private static @Nullable Object value(Field field, JsonParser line) {
        return switch (line.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> Json.read(field, line.getString());
            case VALUE_TRUE, VALUE_FALSE -> {
                if (field.kind() != FieldKind.FLAG) {
                    throw Json.wrongType(field, "string");
                }
                yield line.getBooleanValue();
            }
            case null, default -> throw Json.wrongType(field, "string");
        };
    }
}

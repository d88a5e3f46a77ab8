package cadran.model.wire;

import cadran.model.Schema;
import cadran.model.audit.HistoryLine;
import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes a page of changes as lines of JSON: a head, rows as arrays, what is gone, results, and an end with a checksum. */
public final class ChangesWriter implements ChangesSink {
    private final OutputStream out;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
    private final CRC32C checksum = new CRC32C();
    private long lines;

    public ChangesWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void head(PullHead head) {
        var line = JsonNodeFactory.instance.objectNode();
        var node = line.putObject("head");
        node.put("feed", head.feed().toString());
        node.put("from", head.from());
        node.put("to", head.to());
        node.put("hash", head.hash());
        node.put("schema", head.schema());
        node.put("more", head.more());
        var columns = node.putObject("columns");
        for (var type : Schema.TYPES) {
            var names = columns.putArray(type.name());
            type.fields().forEach(field -> names.add(field.name()));
        }
        write(line);
    }

    @Override
    public void row(Row row) {
        // Token by token: a first sync has a million of them.
        try (var line = Json.MAPPER.createGenerator(buffer)) {
            line.writeStartArray();
            line.writeString(row.type().name());
            line.writeString(row.id().toString());
            line.writeNumber(row.version());
            line.writeString(row.audience().toString());
            for (var value : row.values()) {
                switch (value) {
                    case null -> line.writeNull();
                    case Boolean flag -> line.writeBoolean(flag);
                    case BigDecimal number -> line.writeString(number.toPlainString());
                    default -> line.writeString(value.toString());
                }
            }
            line.writeEndArray();
        }
        writeLine();
    }

    @Override
    public void next(@Nullable String place, long total) {
        var line = JsonNodeFactory.instance.objectNode();
        line.putObject("next").put("place", place).put("total", total);
        write(line);
    }

    @Override
    public void gone(EntityType<?> type, UUID id) {
        var line = JsonNodeFactory.instance.objectNode();
        line.putArray("gone").add(type.name()).add(id.toString());
        write(line);
    }

    @Override
    public void result(OperationResult result) {
        var line = JsonNodeFactory.instance.objectNode();
        line.set("result", OperationJson.write(result));
        write(line);
    }

    @Override
    public void historySince(Instant since) {
        write(JsonNodeFactory.instance.objectNode().put("since", since.toString()));
    }

    @Override
    public void history(HistoryLine line) {
        var node = JsonNodeFactory.instance.objectNode();
        node.set("history", HistoryJson.write(line));
        write(node);
    }

    /** Without this line the page counts as cut off. */
    public void end() {
        long sum = checksum.getValue();
        var line = JsonNodeFactory.instance.objectNode();
        line.putObject("end").put("lines", lines).put("checksum", sum);
        write(line);
    }

    private void write(JsonNode line) {
        buffer.writeBytes(Json.MAPPER.writeValueAsBytes(line));
        writeLine();
    }

    private void writeLine() {
        byte[] bytes = buffer.toByteArray();
        buffer.reset();
        checksum.update(bytes, 0, bytes.length);
        lines++;
        try {
            out.write(bytes);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

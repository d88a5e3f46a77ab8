package cadran.model.wire;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.zip.CRC32C;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes a page of changes as lines of JSON: a head, rows as arrays, what is gone, results, and an end with a checksum. */
public final class ChangesWriter implements ChangesSink {
    private final OutputStream out;
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
        var line = JsonNodeFactory.instance.arrayNode();
        line.add(row.type().name())
                .add(row.id().toString())
                .add(row.version())
                .add(row.audience().toString());
        row.values().forEach(value -> line.add(Json.write(value)));
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

    /** Without this line the page counts as cut off. */
    public void end() {
        long sum = checksum.getValue();
        var line = JsonNodeFactory.instance.objectNode();
        line.putObject("end").put("lines", lines).put("checksum", sum);
        write(line);
    }

    private void write(JsonNode line) {
        byte[] bytes = Json.MAPPER.writeValueAsBytes(line);
        checksum.update(bytes, 0, bytes.length);
        lines++;
        try {
            out.write(bytes);
            out.write('\n');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

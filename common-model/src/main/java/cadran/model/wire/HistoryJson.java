package cadran.model.wire;

import cadran.model.audit.HistoryLine;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Lines of the history as JSON objects, on the wire and in the local copy alike. A newer server may say more than we know. */
public final class HistoryJson {
    private static final ObjectReader READER =
            Json.MAPPER.readerFor(HistoryLine.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private HistoryJson() {}

    public static JsonNode write(HistoryLine line) {
        return Json.MAPPER.valueToTree(line);
    }

    public static String text(HistoryLine line) {
        return Json.MAPPER.writeValueAsString(line);
    }

    public static HistoryLine read(String text) {
        return read(Json.MAPPER.readTree(text));
    }

    /** Throws where something is missing that every line has. */
    static HistoryLine read(JsonNode node) {
        HistoryLine line = READER.readValue(node);
        Objects.requireNonNull(line.at());
        Objects.requireNonNull(line.action());
        Objects.requireNonNull(line.entity());
        Objects.requireNonNull(line.row());
        Objects.requireNonNull(line.subject());
        return line;
    }
}

package cadran.server.http;

import static tools.jackson.databind.cfg.CoercionAction.Fail;

import cadran.model.problem.Problem;
import cadran.model.wire.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The body of a request as a record: strict, complete where the record says so, and with text that can be stored. */
public final class JsonBody {
    /** Nothing is bent into shape: no "1" for 1, no 1 for true, no ordinal for an enum. */
    static final JsonMapper STRICT = Json.MAPPER
            .rebuild()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, Fail)
                            .setCoercion(CoercionInputShape.Float, Fail)
                            .setCoercion(CoercionInputShape.Boolean, Fail))
            .build();

    private JsonBody() {}

    public static <T extends Record> T read(Context request, Class<T> type) throws IOException {
        return parse(RequestBody.read(request), type);
    }

    /**
     * Takes the body from the client now and judges it when asked: behind the look whether its target exists, which a
     * foreign id must not get past.
     */
    public static <T extends Record> Supplier<T> take(Context request, Class<T> type) throws IOException {
        var body = RequestBody.read(request);
        return () -> parse(body, type);
    }

    public static JsonNode readTree(Context request) throws IOException {
        return parse(RequestBody.read(request), JsonNode.class);
    }

    /** Without looking at its texts, for a reader that answers for each part of the body on its own. */
    public static JsonNode readUnchecked(Context request) throws IOException {
        try {
            return STRICT.readTree(RequestBody.read(request));
        } catch (JacksonException failure) {
            throw JsonProblems.of(failure).asException();
        } catch (NumberFormatException endless) {
            // What Jackson lets through of an exponent beyond all bounds.
            throw Problem.of("json.malformed").asException();
        }
    }

    static <T> T parse(byte[] body, Class<T> type) {
        try {
            requireSafeText(body);
            T value = STRICT.readValue(body, type);
            if (value == null) throw Problem.of("json.malformed").asException();
            if (value instanceof Record row) RequiredFields.require(row, "");
            return value;
        } catch (JacksonException failure) {
            throw JsonProblems.of(failure).asException();
        } catch (NumberFormatException endless) {
            throw Problem.of("json.malformed").asException();
        }
    }

    /** A first pass over the tokens, so that names and values of whatever shape are looked at in one place. */
    private static void requireSafeText(byte[] body) {
        try (var parser = STRICT.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
                    var name = parser.currentName();
                    SafeText.require(parser.getString(), name == null ? "" : name);
                }
            }
        }
    }
}

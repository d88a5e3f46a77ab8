package cadran.server.rest;

import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Row;
import cadran.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Where a page ended: the last row's values of the sort keys. Callers get it as opaque text. It needs no signature:
 * whatever somebody makes of it only moves the point where their own list goes on.
 */
record Cursor(List<@Nullable Object> values) {
    Cursor {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    static Cursor behind(Row row, List<SortKey> sort) {
        var values = new ArrayList<@Nullable Object>();
        sort.forEach(key -> values.add(
                key.field().equals(ListQuery.ID)
                        ? row.id()
                        : row.get(key.field().name())));
        return new Cursor(values);
    }

    /** The sort is part of it: under another one the values would mean nothing. */
    String encode(List<SortKey> sort) {
        var node = JsonNodeFactory.instance.arrayNode();
        node.add(sort.toString());
        values.forEach(value -> node.add(Json.write(value)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.MAPPER.writeValueAsBytes(node));
    }

    static Cursor decode(String text, List<SortKey> sort) {
        try {
            var json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            JsonNode node = Json.MAPPER.readTree(json);
            if (node.isArray()
                    && node.size() == sort.size() + 1
                    && node.get(0).isString()
                    && node.get(0).stringValue().equals(sort.toString())) {
                return read(node, sort);
            }
        } catch (IllegalArgumentException | JacksonException | ProblemException e) {
            throw wrong();
        }
        throw wrong();
    }

    private static Cursor read(JsonNode node, List<SortKey> sort) {
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < sort.size(); i++) {
            var field = sort.get(i).field();
            Object value = Json.read(field, node.get(i + 1));
            if (field.check(value) != null) {
                throw wrong();
            }
            values.add(value);
        }
        return new Cursor(values);
    }

    private static ProblemException wrong() {
        return Problem.of("query.cursor").at("after").asException();
    }
}

package cadran.server.rest;

import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Row;
import cadran.model.wire.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One write of a bulk request: what a request of its own would have in its path, its {@code If-Match} and its body.
 *
 * @param ref the caller's own word for it
 * @param id of the row, null where it is to be made
 * @param seen what its author knows of the row
 * @param values the body that the single request takes
 */
record BulkItem(
        @Nullable String ref,
        Verb verb,
        @Nullable UUID id,
        Seen seen,
        JsonNode values,
        @Nullable String reason) {
    private static final Field REF = Field.text("ref", 100);

    enum Verb {
        CREATE,
        CHANGE,
        MOVE,
        END,
        DELETE;

        private Set<String> properties() {
            return switch (this) {
                case CREATE -> Set.of("ref", "do", "reason", "values");
                case CHANGE, MOVE, END -> Set.of("ref", "do", "reason", "values", "id", "version", "seen");
                case DELETE -> Set.of("ref", "do", "reason", "id", "version", "seen");
            };
        }

        private boolean isOf(EntityType<?> type) {
            return switch (this) {
                case CREATE, CHANGE, DELETE -> true;
                case MOVE -> type == Did.TYPE;
                case END -> type == Assignment.TYPE;
            };
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads nothing else, so that an item that is wrong can be told by it. */
    static @Nullable String ref(JsonNode item) {
        var ref = item.get("ref");
        return ref != null && ref.isString() && REF.check(ref.stringValue()) == null ? ref.stringValue() : null;
    }

    static BulkItem read(EntityType<?> type, JsonNode item) {
        if (!item.isObject()) {
            throw Problem.of("json.wrong_type").with("expected", "object").asException();
        }
        if (item.hasNonNull("ref") && ref(item) == null) {
            throw text(item, "ref").flatMap(BulkItem::wrongRef).orElseGet(() -> wrong("ref", "string"));
        }
        var verb = verb(type, item);
        item.propertyNames().stream()
                .filter(name -> !verb.properties().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.of("json.unknown_property").with("name", name).asException();
                });
        var reason =
                item.hasNonNull("reason") ? text(item, "reason").orElseThrow(() -> wrong("reason", "string")) : null;
        boolean making = verb == Verb.CREATE;
        return new BulkItem(
                ref(item),
                verb,
                making ? null : id(item),
                making ? Seen.ANYTHING : Seen.read(type, item),
                values(item, verb),
                EditReason.checked(reason));
    }

    /** With the reason that counts for the whole request, where it has none of its own. */
    BulkItem orBecause(@Nullable String other) {
        return reason != null ? this : new BulkItem(ref, verb, id, seen, values, other);
    }

    private static Optional<RuntimeException> wrongRef(String ref) {
        return Optional.ofNullable(REF.check(ref)).map(Problem::asException);
    }

    private static Optional<String> text(JsonNode item, String name) {
        var node = item.path(name);
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static Verb verb(EntityType<?> type, JsonNode item) {
        var word = item.path("do").asString("");
        var verbs = Arrays.stream(Verb.values()).filter(verb -> verb.isOf(type)).toList();
        return verbs.stream()
                .filter(verb -> verb.word().equals(word))
                .findFirst()
                .orElseThrow(() -> {
                    if (!item.hasNonNull("do"))
                        return Problem.of("field.required").at("do").asException();
                    var expected = verbs.stream().map(Verb::word).collect(Collectors.joining(","));
                    return Problem.of("json.unknown_value")
                            .with("expected", expected)
                            .at("do")
                            .asException();
                });
    }

    private static UUID id(JsonNode item) {
        if (Json.read(ListQuery.ID, item.get("id")) instanceof UUID id) return id;
        throw Problem.of("field.required").at("id").asException();
    }

    private static JsonNode values(JsonNode item, Verb verb) {
        var values = item.get("values");
        if (values != null && values.isObject()) return values;
        if (values != null && !values.isNull()) throw wrong("values", "object");
        // An assignment that ends today needs no more words.
        if (verb == Verb.END || verb == Verb.DELETE) return JsonNodeFactory.instance.objectNode();
        throw Problem.of("field.required").at("values").asException();
    }

    private static RuntimeException wrong(String field, String expected) {
        return Problem.of("json.wrong_type")
                .with("expected", expected)
                .at(field)
                .asException();
    }

    /**
     * What the author of an item knows of the row; it is done only over that.
     *
     * @param version null where they know values instead
     */
    record Seen(@Nullable Long version, Map<String, @Nullable Object> values) {
        private static final Seen ANYTHING = new Seen(null, Map.of());

        private static Seen read(EntityType<?> type, JsonNode item) {
            var version = item.path("version");
            var values = item.path("seen");
            boolean byVersion = item.hasNonNull("version");
            if (byVersion == item.hasNonNull("seen")) {
                throw (byVersion ? Problem.of("bulk.seen_twice") : Problem.of("field.required"))
                        .at("version")
                        .asException();
            }
            if (byVersion && !(version.isIntegralNumber() && version.canConvertToLong())) {
                throw wrong("version", "integer");
            }
            if (!byVersion && !values.isObject()) throw wrong("seen", "object");
            return byVersion
                    ? new Seen(version.longValue(), Map.of())
                    : new Seen(null, RowJson.read(type, values, Set.of()));
        }

        /** In the words in which {@code If-Match} is refused. */
        void require(Row row) {
            var changed = Problem.of("row.changed_by_other").with("version", row.version());
            if (version != null && version != row.version()) throw changed.asException();
            values.forEach((field, value) -> {
                var type = row.type().field(field);
                if (!equal(type.tidy(value), row.get(field)))
                    throw changed.at(field).asException();
            });
        }

        /** 1.2 and 1.20 are the same price. */
        private static boolean equal(@Nullable Object a, @Nullable Object b) {
            return (a instanceof BigDecimal x && b instanceof BigDecimal y)
                    ? x.compareTo(y) == 0
                    : Objects.equals(a, b);
        }
    }
}

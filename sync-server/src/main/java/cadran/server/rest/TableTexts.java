package cadran.server.rest;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the document says of the tables and no descriptor knows. Of a table: {@code one} and {@code many} of its rows in
 * words, its {@code description}, and of the {@code examples} the {@code id}, a {@code change} and what else to {@code create}
 * with; the name of its {@code schema} and its {@code query} parameter if they are special. Of a field: its
 * {@code description}, an {@code example} where the descriptor has none, {@code constraints} of its own, and description and
 * constraints anew for what a creation takes ({@code create}).
 *
 * <p>It notes what it is asked for, so that everything that is missing or left over can be told at once.
 */
final class TableTexts {
    static final String FILE = "tables.json";

    private final JsonNode texts;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> missing = new TreeSet<>();

    TableTexts(JsonNode texts) {
        this.texts = texts;
    }

    /** The order of the file: it is written for readers, that of the schema for references. */
    List<EntityType<?>> inReadingOrder(List<EntityType<?>> types) {
        var order = List.copyOf(texts.path("tables").propertyNames());
        return types.stream()
                .sorted(Comparator.comparingInt(type -> order.indexOf(type.name())))
                .toList();
    }

    String word(EntityType<?> type, String key) {
        return orMissing(find(type, key), place(type, key)).asString();
    }

    JsonNode example(EntityType<?> type, String key) {
        var place = "examples/" + key;
        return orMissing(find(type, place), place(type, place));
    }

    @Nullable
    JsonNode find(EntityType<?> type, String key) {
        return at(place(type, key));
    }

    JsonNode of(EntityType<?> type, Field field, String key) {
        return orMissing(
                find(type, field, key),
                place(type, fieldPlace(field, key)) + ", the same for all tables " + sharedPlace(field, key));
    }

    /** What the table says of its field, or else what is said of the fields of that name in all tables. */
    @Nullable
    JsonNode find(EntityType<?> type, Field field, String key) {
        var own = find(type, fieldPlace(field, key));
        return own == null ? at(sharedPlace(field, key)) : own;
    }

    /** To be called when everything was asked for. What nobody asked for is most often misspelt. */
    void requireComplete() {
        var unused = new TreeSet<String>();
        collectUnused("", texts, unused);
        if (!missing.isEmpty() || !unused.isEmpty()) {
            throw new IllegalStateException(FILE + " lacks " + missing + " and has unused " + unused);
        }
    }

    private void collectUnused(String place, JsonNode node, Set<String> unused) {
        if (asked.contains(place)) {
            return;
        }
        if (node.isObject() && !node.isEmpty()) {
            node.propertyStream()
                    .forEach(inner -> collectUnused(place + "/" + inner.getKey(), inner.getValue(), unused));
        } else {
            unused.add(place);
        }
    }

    private @Nullable JsonNode at(String place) {
        asked.add(place);
        var found = texts.at(place);
        return found.isMissingNode() ? null : found;
    }

    /** Something of which the rest can still be made, so that all that is missing comes to light in one go. */
    private JsonNode orMissing(@Nullable JsonNode found, String place) {
        if (found != null) {
            return found;
        }
        missing.add(place);
        return JsonNodeFactory.instance.stringNode("?");
    }

    private static String place(EntityType<?> type, String key) {
        return "/tables/" + type.name() + "/" + key;
    }

    private static String fieldPlace(Field field, String key) {
        return "fields/" + field.name() + "/" + key;
    }

    private static String sharedPlace(Field field, String key) {
        return "/" + fieldPlace(field, key);
    }
}

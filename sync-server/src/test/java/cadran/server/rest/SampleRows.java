package cadran.server.rest;

import cadran.model.Schema;
import cadran.model.catalog.StockLevel;
import cadran.model.numbers.Reservation;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies for every type, made from its descriptor; what they refer to is created on the way, once per organisation. */
final class SampleRows {
    private final Api api;
    private final Map<String, String> shared = new HashMap<>();
    private int count;

    SampleRows(Api api) {
        this.api = api;
    }

    static String path(EntityType<?> type) {
        return "/api/v1/" + type.collection();
    }

    Api.Answer create(EntityType<?> type) {
        return api.post(path(type), body(type)).expect(201);
    }

    /** A new row's body with every field filled that a caller may fill, different from every other. */
    ObjectNode body(EntityType<?> type) {
        int number = ++count;
        var body = JsonNodeFactory.instance.objectNode();
        for (Field field : type.fields()) {
            // Who awaits a port-out works for nobody, and the samples are at work. A reservation is for a member, whom
            // only
            // the server knows: without one there is none.
            boolean isLeftOut = field.name().equals("awaitsPortOutSince") || Reservation.FIELDS.contains(field.name());
            if (field.needs() == null && !pointsToReport(field) && !isOfAnotherKind(field) && !isLeftOut) {
                fill(body, type, field, number);
            }
        }
        for (var key : type.uniqueKeys()) {
            // Of what refers only, no second row could be made with the shared ones.
            var fields = key.fields().stream().map(type::field).toList();
            if (fields.stream().allMatch(field -> field.kind() == FieldKind.REFERENCE)) {
                fields.forEach(field -> body.put(
                        field.name(),
                        create(Schema.type(Objects.requireNonNull(field.references())))
                                .id()));
            }
        }
        return body;
    }

    /** What callers write; the rest is the server's own. */
    static List<EntityType<?>> written() {
        return Schema.TYPES.stream().filter(type -> !type.isReport()).toList();
    }

    static boolean pointsToReport(Field field) {
        return field.references() != null && Schema.type(field.references()).isReport();
    }

    /** A text field that may be edited and takes a short word. */
    static Field descriptive(EntityType<?> type) {
        return type.fields().stream()
                .filter(field -> field.kind() == FieldKind.TEXT
                        && List.of("name", "label", "description", "alias", "trunk", "note", "seenHolder", "textValue")
                                .contains(field.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The sample's own field is a text. */
    static boolean isOfAnotherKind(Field field) {
        return List.of("choices", "numberValue", "dateValue").contains(field.name());
    }

    private void fill(ObjectNode body, EntityType<?> type, Field field, int number) {
        switch (field.kind()) {
            case TEXT -> body.put(field.name(), text(field, number));
            case CODE ->
                body.put(
                        field.name(),
                        field.name().equals("status")
                                ? "AVAILABLE"
                                : field.codes().getFirst());
            case REFERENCE -> body.put(field.name(), referred(type, Objects.requireNonNull(field.references())));
            case WORDS -> body.putArray(field.name()).add("a" + number).add("b");
            case CODES -> body.putArray(field.name()).add(field.codes().getFirst());
            case FLAG -> body.put(field.name(), true);
            case DATE -> body.put(field.name(), day(field, number));
            case DECIMAL -> body.put(field.name(), 1 + number % 1000 + (field.max() == 0 ? "" : ".50"));
        }
    }

    /** A change is prepared for a day to come. */
    private static String day(Field field, int number) {
        return field.name().equals("takesEffectOn")
                ? LocalDate.now(ZoneOffset.UTC).plusDays(2 + number % 28).toString()
                : "2026-01-%02d".formatted(1 + number % 28);
    }

    /** What is no number is told apart from what is too long. */
    static boolean isNumber(Field field) {
        return List.of("e164", "firstNumber", "lastNumber", "headNumber").contains(field.name());
    }

    /** A type of number has one level for a region: each sample is of others. */
    private String referred(EntityType<?> from, String entity) {
        return from.equals(StockLevel.TYPE) ? create(Schema.type(entity)).id() : shared(entity);
    }

    private String text(Field field, int number) {
        return switch (field.name()) {
            case "e164", "firstNumber", "lastNumber", "headNumber" -> "+3314400%04d".formatted(number);
            case "seenBy" -> api.organisation().toString();
            case "prefix" -> "+33";
            case "dialledPrefix" -> "0162";
            case "currency" -> "EUR";
            case "siret" -> "73282932000074";
            case "contactEmail" -> "a%d@example.com".formatted(number);
            case "contactPhone" -> "0144%06d".formatted(number);
            case "ipAddress" -> "192.0.2." + number % 250;
            default ->
                field.max() < 20
                        ? Integer.toString(number, 36).toUpperCase(java.util.Locale.ROOT)
                        : field.name() + " " + number;
        };
    }

    /** The one row of that type which the samples refer to. */
    String shared(String entity) {
        var known = shared.get(entity);
        if (known == null) {
            known = create(Schema.type(entity)).id();
            shared.put(entity, known);
        }
        return known;
    }
}

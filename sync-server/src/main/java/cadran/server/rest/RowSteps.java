package cadran.server.rest;

import cadran.model.ids.UuidV7;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.StatusEffects;
import cadran.model.ownfields.OwnValue;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.model.wire.Json;
import cadran.server.db.Tx;
import cadran.server.sync.EntityStore;
import cadran.server.sync.OrganisationDay;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a write of a row over HTTP takes, from the body that came: one row at a time or many, it is the same. */
final class RowSteps {
    private static final String STATUS = "status";

    private final EntityStore rows;
    private final NumberSpelling spelling;
    private final PriceSteps prices;
    private final UuidV7 ids;
    private final InstantSource clock;

    RowSteps(EntityStore rows, NumberParser parser, UuidV7 ids, InstantSource clock) {
        this.rows = rows;
        this.spelling = new NumberSpelling(parser);
        this.prices = new PriceSteps(rows, ids, clock);
        this.ids = ids;
        this.clock = clock;
    }

    /** The id that the body chose, or that of the place that it fills, or a new one. */
    UUID idOf(EntityType<?> type, JsonNode body) {
        if (Json.read(ListQuery.ID, body.get("id")) instanceof UUID chosen) {
            return chosen;
        }
        var place = type.isPlace() ? type.placeOf(RowJson.read(type, body, Set.of("id"))) : null;
        return place == null ? ids.next() : place;
    }

    List<RowWriter.Step> create(Tx tx, EntityType<?> type, UUID id, JsonNode body) {
        var values = spelling.canonical(tx, type, null, withDefaults(type, RowJson.read(type, body, Set.of("id"))));
        mustBeFree(tx, type, id, values, body.hasNonNull("id"));
        return prices.around(tx, new RowWriter.Step(new Intent.Create(type.name(), id, values), 0), null);
    }

    /**
     * Who makes a row where there is one is told so as everywhere; that two meet in a place is for those who saw it empty.
     *
     * @param chosen whether the caller chose the id: then the same row may be sent again
     */
    private void mustBeFree(Tx tx, EntityType<?> type, UUID id, Map<String, @Nullable Object> values, boolean chosen) {
        var there = type.isPlace() ? rows.find(tx, type, id) : null;
        if (there == null) {
            return;
        }
        if (!chosen) {
            throw Problem.of("row.duplicate")
                    .with("id", there.id())
                    .with("label", there.label())
                    .at(type.identity().getLast())
                    .asException();
        }
        boolean isSame = values.entrySet().stream()
                .allMatch(value ->
                        Objects.equals(type.field(value.getKey()).tidy(value.getValue()), there.get(value.getKey())));
        if (!isSame) {
            throw Problem.of("row.exists").asException();
        }
    }

    List<RowWriter.Step> change(Tx tx, Row row, JsonNode body) {
        var given = RowJson.read(row.type(), body, Set.of());
        var changes = changes(row, spelling.canonical(tx, row.type(), row, given));
        return of(tx, row, new Intent.Patch(row.type().name(), row.id(), changes));
    }

    /** A number's status, with the fields that the move needs and the dates that follow from it. */
    List<RowWriter.Step> move(Tx tx, Row number, JsonNode body) {
        var given = checked(RowJson.read(Did.TYPE, body, Set.of("to")));
        var to = target(body);
        var effects = new StatusEffects((other, id) -> rows.find(tx, other, id), OrganisationDay.of(tx, clock));
        return of(tx, number, effects.move(number, DidStatus.valueOf(to), given, null));
    }

    List<RowWriter.Step> delete(Tx tx, Row row) {
        var steps = new ArrayList<RowWriter.Step>();
        if (row.type() == Did.TYPE) {
            // What a number has in own fields is nothing without it.
            rows.pointingTo(tx, OwnValue.TYPE, OwnValue.TYPE.field("didId"), row.id())
                    .forEach(value -> steps.add(
                            new RowWriter.Step(new Intent.Delete(OwnValue.TYPE.name(), value.id()), value.version())));
        }
        steps.addAll(of(tx, row, new Intent.Delete(row.type().name(), row.id())));
        return steps;
    }

    private List<RowWriter.Step> of(Tx tx, Row row, Intent intent) {
        return prices.around(tx, new RowWriter.Step(intent, row.version()), row);
    }

    private static Map<String, Change> changes(Row row, Map<String, @Nullable Object> values) {
        var changes = new LinkedHashMap<String, Change>();
        values.forEach((field, value) -> changes.put(field, new Change(row.get(field), value)));
        return changes;
    }

    /** What is new is in use unless its maker says otherwise. */
    static Map<String, @Nullable Object> withDefaults(EntityType<?> type, Map<String, @Nullable Object> given) {
        var values = new LinkedHashMap<String, @Nullable Object>(given);
        for (var field : type.fields()) {
            if (field.kind() == FieldKind.FLAG && !values.containsKey(field.name())) {
                values.put(field.name(), true);
            }
        }
        return values;
    }

    /** What follows from a move is reckoned from its values before they are decided on. */
    private static Map<String, @Nullable Object> checked(Map<String, @Nullable Object> given) {
        var tidy = new LinkedHashMap<String, @Nullable Object>();
        given.forEach((name, value) -> {
            var field = Did.TYPE.field(name);
            var wrong = field.check(value);
            if (wrong != null) {
                throw wrong.asException();
            }
            tidy.put(name, field.tidy(value));
        });
        return tidy;
    }

    private static String target(JsonNode body) {
        var field = Did.TYPE.field(STATUS);
        Object to = Json.read(field, body.get("to"));
        var wrong = field.check(to);
        if (wrong != null) {
            throw wrong.at("to").asException();
        }
        return String.valueOf(to);
    }
}

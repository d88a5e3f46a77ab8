package cadran.server.rest;

import cadran.model.Schema;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.AssignmentPlan;
import cadran.model.numbers.StatusEffects;
import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.server.db.Tx;
import cadran.server.sync.Author;
import cadran.server.sync.EntityStore;
import cadran.server.sync.OrganisationDay;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What beginning and ending an assignment takes, with what it does to its number. */
final class AssignmentSteps {
    private final EntityStore rows;
    private final InstantSource clock;

    AssignmentSteps(EntityStore rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    List<RowWriter.Step> begin(Tx tx, Author author, UUID id, JsonNode body) {
        var values = RowSteps.withDefaults(Assignment.TYPE, RowJson.read(Assignment.TYPE, body, Set.of("id")));
        // Sent again: the plan of the first time was carried out.
        if (rows.find(tx, Assignment.TYPE, id) != null) {
            return List.of(RowWriter.Step.held(new Intent.Create(Assignment.TYPE.name(), id, values)));
        }
        // In the order in which everybody holds rows.
        var campaign = held(tx, author, values, "campaignId");
        var did = held(tx, author, values, "didId");
        var list = new ArrayList<@Nullable Object>();
        Assignment.TYPE.fields().forEach(field -> list.add(field.tidy(values.get(field.name()))));
        var assignment = new Row(Assignment.TYPE, id, 0, tx.organisation().value(), list);
        return held(plan(tx).begin(did, campaign, assignment));
    }

    /** @param did the assignment's number, held like itself */
    List<RowWriter.Step> end(Tx tx, Row did, Row assignment, JsonNode body) {
        var last = lastDay(body).orElseGet(() -> OrganisationDay.of(tx, clock));
        if (last.isBefore((LocalDate) Objects.requireNonNull(assignment.get("startsOn")))) {
            throw Problem.of("period.ends_before_it_starts").at("endsOn").asException();
        }
        var others = rows.pointingTo(tx, Assignment.TYPE, Assignment.TYPE.field("didId"), did.id()).stream()
                .filter(other -> !other.id().equals(assignment.id()))
                .toList();
        return held(plan(tx).end(did, assignment, last, others));
    }

    /** Held until the transaction ends. */
    Row numberOf(Tx tx, Author author, Row assignment) {
        return held(tx, author, Map.of("didId", Objects.requireNonNull(assignment.reference("didId"))), "didId");
    }

    private static List<RowWriter.Step> held(List<Intent> intents) {
        return intents.stream().map(RowWriter.Step::held).toList();
    }

    private static Optional<LocalDate> lastDay(JsonNode body) {
        var given = RowJson.read(Assignment.TYPE, body, Set.of());
        given.keySet().stream()
                .filter(field -> !field.equals("endsOn"))
                .findFirst()
                .ifPresent(field -> {
                    throw Problem.of("field.unknown")
                            .with("entity", Assignment.TYPE.name())
                            .at(field)
                            .asException();
                });
        return given.get("endsOn") instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }

    private AssignmentPlan plan(Tx tx) {
        var today = OrganisationDay.of(tx, clock);
        return new AssignmentPlan(new StatusEffects((type, id) -> rows.find(tx, type, id), today), today);
    }

    /** What the plan follows from must not change until it is carried out. */
    private Row held(Tx tx, Author author, Map<String, ? extends @Nullable Object> values, String reference) {
        var type = Schema.type(
                Objects.requireNonNull(Assignment.TYPE.field(reference).references()));
        if (!(values.get(reference) instanceof UUID id)) {
            throw Problem.of("field.required").at(reference).asException();
        }
        var row = rows.lock(tx, type, Set.of(id)).get(id);
        if (row == null || !author.audiences().contains(row.audience())) {
            throw Problem.of("reference.unknown")
                    .with("entity", type.name())
                    .at(reference)
                    .asException();
        }
        return row;
    }
}

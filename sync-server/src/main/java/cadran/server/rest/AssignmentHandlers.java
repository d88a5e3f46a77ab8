package cadran.server.rest;

import cadran.model.Schema;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.AssignmentPlan;
import cadran.model.numbers.StatusEffects;
import cadran.model.problem.Problem;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import cadran.server.http.JsonBody;
import cadran.server.http.PathId;
import cadran.server.http.Precondition;
import cadran.server.sync.Author;
import cadran.server.sync.EntityStore;
import cadran.server.sync.OrganisationDay;
import cadran.server.sync.Outcome;
import cadran.server.sync.Sync;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Assignments over HTTP, with what they do to their numbers: one request is what a desktop does in one step. */
public final class AssignmentHandlers {
    private final EntityStore rows;
    private final RowWriter writer;
    private final UuidV7 ids;
    private final InstantSource clock;

    public AssignmentHandlers(Database database, Sync sync, UuidV7 ids, InstantSource clock) {
        this.rows = sync.store();
        this.writer = new RowWriter(database, sync);
        this.ids = ids;
        this.clock = clock;
    }

    /** A free number becomes the campaign's customer's, and is in use from the first day. */
    public void create(Context request, Caller caller) throws IOException {
        var body = JsonBody.readTree(request);
        var given = RowJson.read(Assignment.TYPE, body, Set.of("id"));
        var chosen = Json.read(ListQuery.ID, body.get("id"));
        var id = chosen instanceof UUID own ? own : ids.next();
        var made = writer.inTransaction(caller, tx -> {
            var author = Author.of(tx, caller);
            var values = withDefaults(given);
            // Sent again: the plan of the first time was carried out.
            if (rows.find(tx, Assignment.TYPE, id) != null) {
                return writer.run(tx, author, new Intent.Create(Assignment.TYPE.name(), id, values), 0);
            }
            return of(id, writer.runAll(tx, author, beginning(tx, author, id, values)));
        });
        request.header("Location", "/api/v1/" + Assignment.TYPE.collection() + "/" + id);
        request.status(made.result().verdict() == Verdict.APPLIED ? 201 : 200);
        RowWriter.answer(request, made);
    }

    private List<Intent> beginning(Tx tx, Author author, UUID id, Map<String, @Nullable Object> values) {
        // In the order in which everybody holds rows.
        var campaign = held(tx, author, values, "campaignId");
        var did = held(tx, author, values, "didId");
        var list = new ArrayList<@Nullable Object>();
        Assignment.TYPE.fields().forEach(field -> list.add(field.tidy(values.get(field.name()))));
        return plan(tx).begin(
                        did,
                        campaign,
                        new Row(Assignment.TYPE, id, 0, tx.organisation().value(), list));
    }

    /** Ends an assignment on the day that the body names, or today. A number that nothing uses any more is not in use. */
    public void end(Context request, Caller caller) throws IOException {
        var id = PathId.of(request, "id");
        var seen = Precondition.of(request);
        var body = JsonBody.readTree(request);
        var ended = writer.inTransaction(caller, tx -> {
            var author = Author.of(tx, caller);
            var row = RowWriter.visible(rows.find(tx, Assignment.TYPE, id), author);
            var did = held(tx, author, Map.of("didId", Objects.requireNonNull(row.reference("didId"))), "didId");
            var now =
                    RowWriter.visible(rows.lock(tx, Assignment.TYPE, Set.of(id)).get(id), author);
            seen.require(now.version());
            var last = lastDay(body).orElseGet(() -> OrganisationDay.of(tx, clock));
            if (last.isBefore((LocalDate) Objects.requireNonNull(now.get("startsOn")))) {
                throw Problem.of("period.ends_before_it_starts").at("endsOn").asException();
            }
            var others = rows.pointingTo(tx, Assignment.TYPE, Assignment.TYPE.field("didId"), did.id()).stream()
                    .filter(other -> !other.id().equals(id))
                    .toList();
            return of(id, writer.runAll(tx, author, plan(tx).end(did, now, last, others)));
        });
        RowWriter.answer(request, ended);
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

    private static Outcome of(UUID id, List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.row() != null && outcome.row().id().equals(id))
                .findFirst()
                .orElseThrow();
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

    private static Map<String, @Nullable Object> withDefaults(Map<String, @Nullable Object> given) {
        var values = new LinkedHashMap<String, @Nullable Object>(given);
        Assignment.TYPE.fields().stream()
                .filter(field -> field.kind() == FieldKind.FLAG && !values.containsKey(field.name()))
                .forEach(field -> values.put(field.name(), true));
        return values;
    }
}

package cadran.server.rest;

import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.Row;
import cadran.model.wire.Json;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.db.TxWork;
import cadran.server.http.Caller;
import cadran.server.http.Precondition;
import cadran.server.sync.Author;
import cadran.server.sync.Outcome;
import cadran.server.sync.Sync;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes rows for the API's callers: a request is one transaction, and has an effect only when all of it is done. */
final class RowWriter {
    /** Of rows that are held: what they are is what the intents were made from. */
    private static final long HELD = 0;

    private final Database database;
    private final Sync sync;

    RowWriter(Database database, Sync sync) {
        this.database = database;
        this.sync = sync;
    }

    /** Whoever listens is woken when the change is there to be pulled. */
    Outcome inTransaction(Caller caller, TxWork<Outcome> work) {
        var outcome = database.inOrganisation(caller.organisation(), work);
        sync.changed(caller.organisation(), List.of(outcome));
        return outcome;
    }

    /**
     * A part of what a request does.
     *
     * @param seenVersion of the row that the intent is about
     */
    record Step(Intent intent, long seenVersion) {
        static Step held(Intent intent) {
            return new Step(intent, HELD);
        }

        /** Why it was not done; who makes a row saw none that another could have changed: for them its place is taken. */
        @Nullable
        Problem refused(Outcome outcome) {
            var problem = outcome.result().problem();
            if (problem == null
                    || !(intent instanceof Intent.Create)
                    || !problem.code().equals("row.changed_by_other")) {
                return problem;
            }
            var taken = Problem.of("row.duplicate")
                    .at(Schema.type(intent.entity()).identity().getLast());
            var row = outcome.row();
            return row == null ? taken : taken.with("id", row.id()).with("label", row.label());
        }
    }

    /** Steps that only make sense together. */
    record Whole(List<Step> steps, @Nullable String reason) {}

    /** All of the steps, or none: what is not done is thrown. Answers what became of this row. */
    Outcome run(Tx tx, Author author, @Nullable String reason, List<Step> steps, UUID row) {
        var operations = operations(steps, steps.size() > 1 ? sync.apply().group() : null, reason);
        var outcomes = sync.apply().run(tx, author, operations);
        for (int i = 0; i < outcomes.size(); i++) {
            var problem = steps.get(i).refused(outcomes.get(i));
            if (problem != null) {
                throw problem.asException();
            }
        }
        return outcomes.get(indexOf(row, steps));
    }

    /** Each of the lists is done as a whole or not at all, beside the others; together they are one edit. */
    List<List<Outcome>> runWholes(Tx tx, Author author, List<Whole> wholes, UUID group) {
        return sync.apply()
                .runWholes(
                        tx,
                        author,
                        wholes.stream()
                                .map(whole -> operations(whole.steps(), group, whole.reason()))
                                .toList());
    }

    UUID group() {
        return sync.apply().group();
    }

    /** Where among the steps the one about this row is. */
    static int indexOf(UUID row, List<Step> steps) {
        int at = 0;
        while (!steps.get(at).intent().rowId().equals(row)) {
            at++;
        }
        return at;
    }

    private List<Operation> operations(List<Step> steps, @Nullable UUID group, @Nullable String reason) {
        return steps.stream()
                .map(step -> sync.apply().operation(step.intent(), step.seenVersion(), group, reason))
                .toList();
    }

    static Row visible(@Nullable Row row, Author author) {
        if (row == null || !author.audiences().contains(row.audience())) {
            throw Problem.of("row.not_found").asException();
        }
        return row;
    }

    static void answer(Context request, Outcome outcome) {
        var row = Objects.requireNonNull(outcome.row(), "only a deletion leaves no row");
        request.header("ETag", Precondition.tag(row.version()));
        request.result(Json.MAPPER.writeValueAsBytes(RowJson.write(row)));
    }
}

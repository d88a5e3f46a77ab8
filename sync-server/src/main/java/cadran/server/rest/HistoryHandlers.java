package cadran.server.rest;

import cadran.model.Schema;
import cadran.model.audit.HistoryPage;
import cadran.model.numbers.Did;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import cadran.server.audit.HistoryLines;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import cadran.server.http.PathId;
import cadran.server.sync.Author;
import cadran.server.sync.EntityStore;
import cadran.server.sync.OrganisationDay;
import cadran.server.sync.Sync;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to rows, for whoever may see them. */
public final class HistoryHandlers {
    private final Database database;
    private final EntityStore rows;
    private final HistoryLines lines = new HistoryLines();

    public HistoryHandlers(Database database, Sync sync) {
        this.database = database;
        this.rows = sync.store();
    }

    /** {@code GET /api/v1/history} */
    public void list(Context request, Caller caller) {
        var asked = HistoryQueryReader.ofAll(request.queryParamMap());
        request.json(database.inSnapshot(caller.organisation(), tx -> {
            var author = Author.of(tx, caller);
            var row = asked.row();
            var whole = row == null ? null : subject(tx, row);
            return lines.page(
                    tx, asked.in(whole, Objects.equals(row, whole) ? null : row, OrganisationDay.zone(tx), author));
        }));
    }

    /** A row's own history has what belongs to it; of such a part, only the part's own lines are wanted. */
    private UUID subject(Tx tx, UUID id) {
        for (EntityType<?> type : Schema.TYPES) {
            if (type.owners().isEmpty()) continue;
            var row = rows.find(tx, type, id);
            if (row != null)
                return Objects.requireNonNull(row.reference(type.owners().getFirst()));
        }
        return id;
    }

    /** {@code GET /api/v1/numbers/{id}/history} */
    public void ofNumber(Context request, Caller caller) {
        var id = PathId.of(request, "id");
        var asked = HistoryQueryReader.ofOne(request.queryParamMap());
        request.json(database.inSnapshot(caller.organisation(), tx -> {
            var author = Author.of(tx, caller);
            var page = lines.page(tx, asked.in(id, null, OrganisationDay.zone(tx), author));
            requireThere(rows.find(tx, Did.TYPE, id), author, page);
            return page;
        }));
    }

    /** One that was deleted has a history all the same. */
    private static void requireThere(@Nullable Row number, Author author, HistoryPage page) {
        boolean isThere = number == null
                ? page.items().stream().anyMatch(line -> line.entity().equals(Did.TYPE.name()))
                : author.audiences().contains(number.audience());
        if (!isThere) throw notFound();
    }

    private static ProblemException notFound() {
        return Problem.of("row.not_found").asException();
    }
}

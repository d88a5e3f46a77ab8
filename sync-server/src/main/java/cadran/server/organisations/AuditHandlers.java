package cadran.server.organisations;

import cadran.model.problem.Problem;
import cadran.server.audit.AuditLines;
import cadran.server.audit.AuditLog;
import cadran.server.db.Database;
import cadran.server.http.Caller;
import io.javalin.http.Context;

/** The caller's audit log over HTTP: reading it page by page, and looking whether it is whole. */
public final class AuditHandlers {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Database database;
    private final AuditLog log;
    private final AuditLines lines = new AuditLines();

    public AuditHandlers(Database database, AuditLog log) {
        this.database = database;
        this.log = log;
    }

    /** {@code before}: entries with smaller numbers only; {@code limit}: how many. */
    public void list(Context request, Caller caller) {
        long before = number(request, "before", Long.MAX_VALUE, Long.MAX_VALUE);
        int limit = (int) number(request, "limit", PAGE, LARGEST_PAGE);
        request.json(database.inOrganisation(caller.organisation(), tx -> lines.page(tx, before, limit)));
    }

    public void check(Context request, Caller caller) {
        request.json(log.check(database, caller.organisation()));
    }

    private static long number(Context request, String name, long otherwise, long max) {
        var text = request.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,18}") && Long.parseLong(text) >= 1 && Long.parseLong(text) <= max) {
            return Long.parseLong(text);
        }
        throw Problem.of("query.wrong").with("expected", "1 to " + max).at(name).asException();
    }
}

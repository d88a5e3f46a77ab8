package cadran.server.http;

import cadran.server.db.Database;
import io.javalin.http.Context;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Live: the process answers. Ready: its database does too, so that a balancer may send requests. */
public final class HealthHandlers {
    private static final Logger log = LoggerFactory.getLogger(HealthHandlers.class);

    private final Database database;

    public HealthHandlers(Database database) {
        this.database = database;
    }

    public void live(Context request) {
        request.json(Map.of("status", "up"));
    }

    public void ready(Context request) {
        try {
            database.inPlatform(
                    handle -> handle.select("select 1").mapTo(Integer.class).one());
        } catch (RuntimeException down) {
            log.warn("The database does not answer", down);
            throw HttpProblem.of(503, "database.busy");
        }
        request.json(Map.of("status", "up"));
    }
}

package cadran.server;

import cadran.model.problem.Problem;
import cadran.server.db.Database;
import cadran.server.http.HealthHandlers;
import cadran.server.http.HttpServer;
import cadran.server.http.MetricsHandlers;
import cadran.server.jobs.JobRunner;
import cadran.server.jobs.Worker;
import cadran.server.keys.SigningKeys;
import cadran.server.keys.Vault;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The whole server, wired by hand from top to bottom; {@link Main} runs it alone, the desktop inside itself. */
public final class Server implements AutoCloseable {
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final JobRunner jobs;
    private final HttpServer http;

    /** Opens and migrates the database; whatever is wrong with the settings or the data shows here. */
    public Server(Config config, InstantSource clock) {
        var random = new SecureRandom();
        DataFolder.create(config.data());
        database = Database.open(config.database());
        try {
            var vault = new Vault(config.masterKeys(random));
            var signingKeys = new SigningKeys(database, vault, random, clock);
            var metrics = new MetricsHandlers(config.metricsToken());
            database.measure(metrics.pool());
            jobs = new JobRunner(
                    database,
                    clock,
                    random,
                    List.of(Worker.recurring("signing-keys.rotate", HOURLY, signingKeys::rotateIfDue)));
            http = new HttpServer(
                    config.http(),
                    Routes.all(new HealthHandlers(database), metrics),
                    token -> {
                        throw Problem.of("auth.invalid").asException();
                    },
                    metrics.registry());
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /** Returns the port it listens on. */
    public int start() {
        jobs.start();
        return http.start();
    }

    /** Requests and jobs in flight finish, then the database closes. */
    public void stop() {
        http.stop();
        jobs.stop(STOP_PATIENCE);
        database.close();
    }

    @Override
    public void close() {
        stop();
    }
}

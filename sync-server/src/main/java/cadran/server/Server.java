package cadran.server;

import cadran.model.catalog.ReferenceValues;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberingPlan;
import cadran.server.audit.AuditLog;
import cadran.server.changes.DueChanges;
import cadran.server.db.Database;
import cadran.server.http.HealthHandlers;
import cadran.server.http.HttpServer;
import cadran.server.http.MetricsHandlers;
import cadran.server.jobs.JobRunner;
import cadran.server.jobs.Worker;
import cadran.server.keys.SigningKeys;
import cadran.server.keys.TokenSigner;
import cadran.server.keys.Vault;
import cadran.server.numbers.Midnight;
import cadran.server.organisations.Identity;
import cadran.server.organisations.LocalAdministrator;
import cadran.server.rest.AssignmentHandlers;
import cadran.server.rest.BulkHandlers;
import cadran.server.rest.DocumentHandlers;
import cadran.server.rest.HistoryHandlers;
import cadran.server.rest.RowHandlers;
import cadran.server.sync.Sync;
import cadran.server.users.MemberNames;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The whole server, wired by hand from top to bottom; {@link Main} runs it alone, the desktop inside itself. */
public final class Server implements AutoCloseable {
    /** Midnight comes at another moment in each time zone. */
    private static final Duration OFTEN = Duration.ofMinutes(5);

    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final Sync sync;
    private final Identity identity;
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
            signingKeys.requireReadable();
            var metrics = new MetricsHandlers(config.metricsToken());
            database.measure(metrics.pool());
            var audit = new AuditLog(clock, random);
            var ids = new UuidV7(clock, random);
            sync = new Sync(database, audit, clock, ids, config.history());
            identity = new Identity(
                    database,
                    clock,
                    random,
                    new TokenSigner(signingKeys, clock),
                    audit,
                    metrics.registry(),
                    config.passwordCost(),
                    config.sessionIdle(),
                    (tx, by) -> sync.apply()
                            .create(
                                    tx,
                                    ReferenceValues.fresh(ids::next)
                                            .rows(tx.organisation().value())),
                    new MemberNames(sync)::write);
            jobs = new JobRunner(
                    database,
                    clock,
                    random,
                    List.of(
                            Worker.recurring("signing-keys.rotate", HOURLY, signingKeys::rotateIfDue),
                            Worker.recurring("identity.purge", DAILY, identity::purge),
                            Worker.recurring("feed.compact", DAILY, sync.compaction()::run),
                            Worker.recurring("numbers.midnight", OFTEN, new Midnight(database, sync, clock)::run),
                            Worker.recurring("changes.due", OFTEN, new DueChanges(database, sync, clock)::run)));
            http = new HttpServer(
                    config.http(),
                    Routes.all(
                            new HealthHandlers(database),
                            metrics,
                            identity,
                            sync.handlers(),
                            sync.snapshots(),
                            new RowHandlers(database, sync, new NumberParser(NumberingPlan.shipped()), ids, clock),
                            new AssignmentHandlers(database, sync, ids, clock),
                            new BulkHandlers(database, sync, new NumberParser(NumberingPlan.shipped()), ids, clock),
                            new HistoryHandlers(database, sync),
                            new DocumentHandlers()),
                    identity.authenticator(),
                    metrics.registry());
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /** Returns the port it listens on. */
    public int start() {
        int port = http.start();
        jobs.start();
        sync.start();
        return port;
    }

    /** A new code with which somebody sets up this server, as long as nobody has. */
    public Optional<String> setUpCode() {
        return identity.setUp().offer();
    }

    /** For the process that this server runs in. */
    public LocalAdministrator localAdministrator() {
        return identity.localAdministrator();
    }

    /** Requests and jobs in flight finish, then the database closes. */
    public void stop() {
        sync.close();
        http.stop();
        jobs.stop(STOP_PATIENCE);
        identity.close();
        database.close();
    }

    @Override
    public void close() {
        stop();
    }
}

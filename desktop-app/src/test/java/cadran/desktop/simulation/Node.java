package cadran.desktop.simulation;

import cadran.model.Schema;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.server.audit.AuditLog;
import cadran.server.db.Database;
import cadran.server.http.Exchange;
import cadran.server.http.Handler;
import cadran.server.rest.RowHandlers;
import cadran.server.sync.SimulatedSync;
import cadran.server.sync.Sync;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A process of the server: the real handlers, doors and SQL. Each request runs as an actor of its own. */
final class Node implements Machine {
    private static final NumberParser PARSER = new NumberParser(NumberingPlan.shipped());

    private final World world;
    private final Central central;
    private final String name;
    private final Connections connections;
    private final Set<Scheduler.Actor> requests = new LinkedHashSet<>();
    private Database database;
    private final AuditLog audit;
    private final UuidV7 ids;
    private Sync sync;
    private RowHandlers rows;
    private boolean up;
    private int count;

    Node(World world, Central central, String name) {
        this.world = world;
        this.central = central;
        this.name = name;
        connections = new Connections(central.database()::open, this, name);
        var random = world.random();
        ids = new UuidV7(world.scheduler(), random);
        database = opened();
        audit = new AuditLog(world.scheduler(), new SeededSecureRandom(random));
        sync = anew();
        rows = new RowHandlers(database, sync, PARSER, ids, world.scheduler());
    }

    private Database opened() {
        return central.database().doors(connections, this::pause);
    }

    private Sync anew() {
        var scheduler = world.scheduler();
        return SimulatedSync.of(
                database, audit, scheduler, ids, world.settings().pageSize(), () -> new TurnSignal(scheduler));
    }

    /** An answer that may never come. */
    static final class Pending {
        private final Scheduler scheduler;
        private Exchange.@Nullable Answer answer;
        private boolean ended;
        private Scheduler.@Nullable Actor waiting;

        private Pending(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        private void end() {
            ended = true;
            scheduler.wake(waiting);
        }

        /** Null when the connection broke or nothing came in time. */
        Exchange.@Nullable Answer await(Duration longest) {
            long end = scheduler.now() + longest.toNanos();
            waiting = scheduler.current();
            while (!ended && scheduler.now() < end) {
                scheduler.sleep(Duration.ofNanos(end - scheduler.now()));
            }
            waiting = null;
            return answer;
        }
    }

    /** With nothing in memory of what was before. */
    void start() {
        if (!up) {
            database = opened();
            sync = anew();
            rows = new RowHandlers(database, sync, PARSER, ids, world.scheduler());
            up = true;
        }
    }

    boolean isUp() {
        return up;
    }

    Database database() {
        return database;
    }

    AuditLog audit() {
        return audit;
    }

    Sync sync() {
        return sync;
    }

    Handler push() {
        return sync.handlers()::push;
    }

    Handler changes() {
        return sync.handlers()::changes;
    }

    Handler snapshot() {
        return sync.snapshots()::snapshot;
    }

    Handler probe() {
        return sync.snapshots()::probe;
    }

    Handler bucket() {
        return sync.snapshots()::bucket;
    }

    /** In an actor of its own, as the server's job does it. */
    void compact(Organisation organisation, Duration later) {
        var scheduler = world.scheduler();
        world.count("compactions");
        var job = scheduler.start(name + "#job", () -> {
            try {
                SimulatedSync.compact(
                        database,
                        () -> scheduler.instant().plus(later),
                        new UuidV7(scheduler, world.chance()),
                        new OrganisationId(organisation.id()));
            } catch (RuntimeException failure) {
                requireKnown(failure);
            }
        });
        requests.add(job);
        job.onEnd(() -> requests.remove(job));
    }

    Handler create(EntityType<?> type) {
        return rows.create(type);
    }

    Handler change(EntityType<?> type) {
        return rows.change(type);
    }

    Handler delete(EntityType<?> type) {
        return rows.delete(type);
    }

    Handler move() {
        return rows::moveNumber;
    }

    Pending ask(Person person, Handler handler, Exchange.Question question, Duration delay) {
        var pending = new Pending(world.scheduler());
        var request = world.scheduler().start(name + "#" + ++count, () -> {
            world.scheduler().sleep(delay);
            pending.answer = answer(person, handler, question);
        });
        requests.add(request);
        request.onEnd(() -> {
            requests.remove(request);
            pending.end();
        });
        return pending;
    }

    private Exchange.Answer answer(Person person, Handler handler, Exchange.Question question) {
        if (!person.isSignedIn()) {
            return Exchange.problem(401, Problem.of("auth.token_invalid"), null);
        }
        world.ledger().arrived(person, question.body());
        var answer = Exchange.of(handler, world.plant().caller(person, world), question);
        var failure = answer.failure();
        if (failure != null) {
            world.scheduler().noteFailure("the server failed: ", failure);
            requireKnown(failure);
        }
        return answer;
    }

    /** Transactions that collide too often are bad luck; everything else that the server did not expect is a bug. */
    private static void requireKnown(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof cadran.server.db.CollisionException) {
                return;
            }
        }
        throw new Violation("the server does not break", failure);
    }

    private void pause(long most) {
        world.scheduler().sleep(Duration.ofNanos(1 + world.chance().nextLong(most * 100)));
    }

    /** The process stops; the database goes on and takes back what was not committed. */
    void crash() {
        if (up) {
            world.count("crashes");
            world.scheduler().note("CRASH of " + name);
            killRequests();
            connections.breakAll();
        }
    }

    void vanish() {
        killRequests();
        connections.forgetAll();
    }

    private void killRequests() {
        up = false;
        List.copyOf(requests).forEach(world.scheduler()::kill);
        requests.clear();
    }

    @Override
    public void step(String what) {
        world.scheduler().step(what);
    }

    @Override
    public void mustLive() {
        if (isUnwinding()) {
            throw new Crash();
        }
    }

    @Override
    public boolean isUnwinding() {
        return world.scheduler().isUnwinding();
    }

    @Override
    public void stopIfCut() {
        if (central.database().isCut() && !isUnwinding()) {
            central.crash();
            mustLive();
        }
    }

    @Override
    public Tamper tamper() {
        return world.plant().server();
    }

    static EntityType<?> type(String name) {
        return Schema.type(name);
    }
}

package cadran.desktop.simulation;

import cadran.model.catalog.MemberName;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.Role;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one seed makes happen: two organisations on one server, people who edit on several computers, a wire
 * and disks that fail; then all is mended, everybody gets quiet, and the promises are checked.
 */
final class World {
    private static final AtomicLong COUNT = new AtomicLong();
    private static final int MOST_STEPS = 400_000;
    private static final Duration ONE_ROUND = Duration.ofMinutes(2);
    private static final Duration QUIET_WITHIN = Duration.ofHours(3);

    /**
     * Which one.
     *
     * @param small of a test's size
     */
    record Story(long seed, boolean small, CentralDatabase.Kind database) {
        /** As the tests have them. */
        static Story small(long seed) {
            return new Story(seed, true, CentralDatabase.Kind.H2);
        }
    }

    /** How one run ended. */
    record Outcome(
            Story story,
            @Nullable Violation violation,
            String hash,
            long steps,
            Map<String, Integer> counts,
            List<String> lastLines) {}

    private final String name = "w" + COUNT.incrementAndGet();
    private final SplittableRandom source;
    private final RandomGenerator chance;
    private final Plant plant;
    private final Trace trace;
    private final Settings settings;
    private final Scheduler scheduler;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Ledger ledger = new Ledger();
    private final Actions actions = new Actions(this);
    private final Faults faults;
    private final SpotChecks spotChecks = new SpotChecks(this);
    private final List<Organisation> organisations;
    private final List<Client> clients = new ArrayList<>();
    private List<Person> people = List.of();
    private final List<ThirdProgram> programs = new ArrayList<>();
    private final Central central;
    private final IdentityHashMap<Object, Connection> kept = new IdentityHashMap<>();
    private boolean calm;

    private World(Story story, Plant plant, @Nullable PrintStream out) {
        source = new SplittableRandom(story.seed());
        this.plant = plant;
        trace = new Trace(out);
        settings = Settings.chosenBy(source.split(), story.small());
        scheduler = new Scheduler(source.split(), trace, MOST_STEPS);
        chance = source.split();
        faults = new Faults(this);
        var ids = new UuidV7(scheduler, source.split());
        organisations = List.of(Organisation.of("A", ids), Organisation.of("B", ids));
        central = new Central(this, databaseOf(story.database()));
        settle(ids);
    }

    /** Several people of the first organisation, one of them at two computers, and somebody of the second. */
    private void settle(UuidV7 ids) {
        var first = organisations.get(0);
        people = List.of(
                new Person("ada", ids.next(), first, Set.of(Role.ADMIN)),
                new Person("bob", ids.next(), first, Set.of(Role.TELECOM)),
                new Person("eve", ids.next(), organisations.get(1), Set.of(Role.TELECOM)),
                new Person("cid", ids.next(), first, Set.of(Role.TELECOM)),
                new Person("dan", ids.next(), first, Set.of(Role.VIEWER)));
        for (var organisation : organisations) {
            programs.add(new ThirdProgram(this, new Person("api", ids.next(), organisation, Set.of(Role.TELECOM))));
        }
        int[] seats = {0, 1, 2, 0, 3, 1, 4, 2};
        for (int i = 0; i < settings.clients(); i++) {
            var person = people.get(seats[i]);
            clients.add(new Client(this, person.name + (i + 1), person));
        }
    }

    private CentralDatabase databaseOf(CentralDatabase.Kind kind) {
        return switch (kind) {
            case H2 -> new H2Central(this);
            case POSTGRES -> new PostgresCentral();
        };
    }

    static Outcome run(Story story, Plant plant, @Nullable PrintStream out) {
        var world = new World(story, plant, out);
        Violation violation = null;
        try {
            world.scheduler.run(world::live);
        } catch (Violation broken) {
            violation = broken;
        } catch (RuntimeException broken) {
            violation = new Violation("nothing breaks in an unknown way", broken);
        } finally {
            world.clients.forEach(Client::close);
            world.central.close();
        }
        return new Outcome(
                story,
                violation,
                world.trace.hash(),
                world.trace.lines(),
                world.counts,
                violation == null ? List.of() : world.trace.lastLines());
    }

    private void live() {
        scheduler.note(settings.toString());
        central.start();
        organisations.forEach(this::begin);
        clients.forEach(Client::start);
        programs.forEach(program -> scheduler.start("api", program::run));
        int fates = 0;
        while (actions.done() < settings.actions()) {
            scheduler.sleep(Duration.ofMillis(1 + chance.nextInt(20_000)));
            if (fates < settings.faults()) {
                fates++;
                faults.happen();
            } else if (clients.stream().noneMatch(Client::isUp)) {
                clients.forEach(Client::start);
            }
        }
        heal();
        awaitQuiet();
        new Invariants(this).check();
    }

    private void begin(Organisation organisation) {
        var node = central.nodes().getFirst();
        node.database().inOrganisation(new OrganisationId(organisation.id()), tx -> {
            tx.handle()
                    .createUpdate("insert into organisation (id, version, name, kind, time_zone, state, created_at)"
                            + " values (:id, 1, :name, 'B2B', 'Europe/Paris', 'ACTIVE', :now)")
                    .bind("id", organisation.id())
                    .bind("name", organisation.mark())
                    .bind("now", scheduler.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            node.sync().apply().create(tx, organisation.beginnings());
            var members = people.stream()
                    .filter(person -> person.organisation.equals(organisation))
                    .map(person -> MemberName.TYPE.row(new MemberName(person.id, person.name, true), organisation.id()))
                    .toList();
            node.sync().apply().create(tx, members);
            return true;
        });
    }

    private void heal() {
        scheduler.note("HEALED");
        calm = true;
        for (var client : clients) {
            client.disk.full(false);
            client.disk.cutAfter(Integer.MAX_VALUE);
            client.person.signedIn(true);
            client.online(true);
        }
        central.database().cutAfter(Integer.MAX_VALUE);
        if (!central.isUp()) {
            central.start();
        }
        central.nodes().forEach(Node::start);
    }

    /** Whoever stopped is started, and whoever was hurt is started again; then nobody helps any more. */
    private void awaitQuiet() {
        for (var client : clients) {
            if (client.isHurt() || !client.isUp()) {
                client.crash();
                client.start();
            }
        }
        long end = scheduler.now() + QUIET_WITHIN.toNanos();
        // What an engine says of itself is of its last round, so everybody has time for one more.
        scheduler.sleep(ONE_ROUND);
        var quiet = new Quiet(this);
        while (!quiet.isReached()) {
            if (scheduler.now() > end) {
                throw new Violation("everybody gets there in time", quiet.whoIsNot());
            }
            scheduler.sleep(Duration.ofSeconds(5));
        }
    }

    String name() {
        return name;
    }

    Plant plant() {
        return plant;
    }

    Settings settings() {
        return settings;
    }

    /** What the wire does now. */
    Settings weather() {
        return calm ? new Settings(0, 0, 0, 0, 0, 0, 0, 0, 0, 0) : settings;
    }

    /** No more faults, no more edits. */
    boolean isCalm() {
        return calm;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Faults faults() {
        return faults;
    }

    Ledger ledger() {
        return ledger;
    }

    Actions actions() {
        return actions;
    }

    SpotChecks spotChecks() {
        return spotChecks;
    }

    Central central() {
        return central;
    }

    List<Client> clients() {
        return clients;
    }

    List<Organisation> organisations() {
        return organisations;
    }

    Client anyClient(RandomGenerator random) {
        return clients.get(random.nextInt(clients.size()));
    }

    /**
     * Until the world ends. What a stopped machine had open is not closed; H2 closes it when the garbage is collected, and
     * with the last one it forgets the database of that name, which by then may be the one of the machine's next life.
     */
    void keep(Connection connection) {
        try {
            kept.putIfAbsent(connection.unwrap(JdbcConnection.class).getSession(), connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A stream of its own for somebody. */
    RandomGenerator random() {
        return source.split();
    }

    /** The stream of what happens to everybody. */
    RandomGenerator chance() {
        return chance;
    }

    Map<String, Integer> counts() {
        return counts;
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}

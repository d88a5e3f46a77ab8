package cadran.desktop.simulation;

import cadran.model.organisations.Role;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What goes wrong, one thing at a time, while people work. */
final class Faults {
    private static final Set<Role> NOBODY = Set.of(Role.CLOSER);

    private final World world;
    private final RandomGenerator random;
    private @Nullable Runnable backup;
    private int writtenAtBackup;

    Faults(World world) {
        this.world = world;
        random = world.chance();
    }

    void happen() {
        world.count("faults");
        var client = world.anyClient(random);
        switch (random.nextInt(20)) {
            case 0, 1 -> restart(client, false);
            case 2, 3 -> cutPower(client);
            case 4, 5 -> node();
            case 6 -> central();
            case 7 -> cutCentral();
            case 8 -> takeBackup();
            case 9 -> restoreBackup();
            case 10, 11 -> offline(client);
            case 12 -> wrongClock(client);
            case 13 -> restart(client, true);
            case 14 -> fullDisk(client);
            case 15, 16 -> rights(client.person);
            case 17 -> signedOut(client.person);
            case 18 -> compact();
            default -> world.clients().forEach(Client::ring);
        }
    }

    private void note(String what) {
        world.scheduler().note(what);
    }

    private void later(int mostSeconds, Runnable then) {
        long delay = 1 + random.nextLong(mostSeconds * 1000L);
        world.scheduler().start("fate", () -> {
            world.scheduler().sleep(Duration.ofMillis(delay));
            then.run();
        });
    }

    private void restart(Client client, boolean damaged) {
        if (!client.isUp()) {
            return;
        }
        client.crash();
        if (damaged) {
            if (random.nextBoolean()) {
                note("the cache file of " + client + " is gone");
                client.disk.delete(cache(client));
            } else {
                note("the cache file of " + client + " is damaged");
                client.disk.damage(cache(client), random);
                client.damaged();
            }
        }
        startLater(client);
    }

    private String cache(Client client) {
        var files = client.disk.names().stream()
                .filter(name -> name.startsWith("cache"))
                .toList();
        return files.get(random.nextInt(files.size()));
    }

    private void startLater(Client client) {
        later(120, () -> {
            if (!client.isUp()) {
                client.start();
            }
        });
    }

    private void cutPower(Client client) {
        if (client.isUp()) {
            note("the power of " + client + " will go");
            client.disk.cutAfter(1 + random.nextInt(30));
            later(30, () -> {
                client.crash();
                startLater(client);
            });
        }
    }

    private void node() {
        var node = world.central().anyNode(random);
        if (node != null) {
            node.crash();
            later(60, () -> {
                if (world.central().isUp()) {
                    node.start();
                }
            });
        }
    }

    private void central() {
        world.central().crash();
        startCentralLater();
    }

    private void cutCentral() {
        if (world.central().database().isShared()) {
            // Where PostgreSQL is meant: a half-written page is its own business.
            central();
            return;
        }
        note("the power of the central machine will go");
        world.central().database().cutAfter(1 + random.nextInt(30));
        later(30, () -> {
            world.central().crash();
            startCentralLater();
        });
    }

    private void startCentralLater() {
        later(120, () -> {
            if (!world.central().isUp()) {
                startCentral();
            }
        });
    }

    private void startCentral() {
        world.central().start();
        if (!world.central().isUp()) {
            startCentralLater();
        }
    }

    /** As if so many days had gone by in which nobody did anything. */
    private void compact() {
        var node = world.central().anyNode(random);
        if (node != null) {
            int days = random.nextBoolean() ? 2 : 181;
            note("the feed is compacted as in " + days + " days");
            world.organisations().forEach(organisation -> node.compact(organisation, Duration.ofDays(days)));
        }
    }

    /** What is hard to get right is a backup from between two things that belong together: so some are put back soon. */
    private void takeBackup() {
        note("a backup is taken");
        backup = world.central().database().backup();
        writtenAtBackup = world.ledger().written().size();
        if (random.nextBoolean()) {
            later(30, this::restoreBackup);
        }
    }

    void restoreBackup() {
        if (backup != null) {
            note("the backup is put back");
            world.count("restored");
            world.ledger().forgetWrittenSince(writtenAtBackup);
            world.central().restore(backup);
        }
    }

    private void offline(Client client) {
        note(client + " goes offline");
        client.online(false);
        later(random.nextInt(4) == 0 ? 7 * 24 * 3600 : 300, () -> client.online(true));
    }

    private void wrongClock(Client client) {
        int days = random.nextInt(2_000) - 1_000;
        note("the clock of " + client + " is wrong by " + days + " days");
        client.clock.wrongBy(Duration.ofDays(days));
    }

    private void fullDisk(Client client) {
        if (!client.isUp()) {
            return;
        }
        note("the disk of " + client + " is full");
        int since = client.hurt();
        client.disk.full(true);
        later(60, () -> {
            client.disk.full(false);
            if (random.nextBoolean()) {
                client.crash();
                startLater(client);
            } else {
                later(120, () -> client.recovered(since));
            }
        });
    }

    private void rights(Person person) {
        person.roles(
                switch (random.nextInt(4)) {
                    case 0 -> NOBODY;
                    case 1 -> Set.of(Role.VIEWER);
                    case 2 -> Set.of(Role.TELECOM);
                    default -> Set.of(Role.ADMIN);
                });
        note("now " + person);
    }

    private void signedOut(Person person) {
        note(person.name + " is signed out");
        person.signedIn(false);
        later(600, () -> person.signedIn(true));
    }
}

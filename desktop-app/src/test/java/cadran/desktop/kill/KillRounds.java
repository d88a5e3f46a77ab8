package cadran.desktop.kill;

import cadran.desktop.bench.Options;
import cadran.desktop.bench.Site;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The command: {@code kill-test [--rounds N] [--db h2|postgres]}. Each round kills a client and a server at one of their
 * steps while somebody edits, lets both come back, and looks for every edit that was confirmed. Ends in one line.
 */
public final class KillRounds {
    /** Two parts of a first sync and some. */
    private static final String ROWS = "25000";

    private static final Duration TO_THE_STEP = Duration.ofMinutes(2);

    private final PrintStream out;
    private final Office office;
    private final Random random = new Random(5);
    private final Map<Step, Integer> hits = new LinkedHashMap<>();
    private int kills;
    private int failures;

    private KillRounds(Site site, PrintStream out) throws Exception {
        this.out = out;
        office = new Office(site);
        Stream.of(Step.CLIENT, Step.SERVER, List.of(Step.MIGRATION))
                .flatMap(List::stream)
                .forEach(step -> hits.put(step, 0));
    }

    @SuppressWarnings("SystemOut") // a command's output
    public static void main(String[] arguments) throws Exception {
        int rounds = 3 * Step.CLIENT.size();
        var database = "h2";
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[i + 1]);
                case "--db" -> database = arguments[i + 1];
                default -> {
                    System.err.println("unknown: " + arguments[i]);
                    System.exit(2);
                }
            }
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(rounds, database, ROWS, out) ? 0 : 1);
    }

    static boolean run(int rounds, String database, String rows, PrintStream out) throws Exception {
        long start = System.nanoTime();
        var options = Options.read(new String[] {"kill-test", "--rows", rows, "--db", database});
        try (var site = new Site(options)) {
            var test = new KillRounds(site, out);
            for (int round = 0; round < rounds; round++) {
                test.round(round);
                test.firstStart(round);
            }
            return test.report(rounds, database, (System.nanoTime() - start) / 1_000_000_000);
        }
    }

    private void round(int round) throws Exception {
        var clientStep = Step.CLIENT.get(round % Step.CLIENT.size());
        var serverStep = Step.SERVER.get(round % Step.SERVER.size());
        if (clientStep.fresh() || serverStep.fresh()) {
            office.newClient();
        }
        var server = office.server(serverStep, serverStep.fresh() ? 1 : 1 + random.nextInt(4));
        var running = new ArrayList<Victim>(List.of(server));
        try {
            server.await("@listening");
            office.signIn(server);
            var client = office.client(clientStep, clientStep.fresh() ? 1 : 1 + random.nextInt(6));
            running.add(client);
            var left = new HashMap<>(Map.of(client, clientStep, server, serverStep));
            for (var there = first(left); there != null; there = first(left)) {
                hits.merge(Objects.requireNonNull(left.remove(there)), 1, Integer::sum);
                if (there == client) {
                    client = replaced(client, () -> office.client(null, 1), running);
                } else {
                    server = replaced(server, () -> office.server(null, 1), running);
                }
            }
            if (random.nextBoolean()) {
                // Anywhere at all.
                Thread.sleep(random.nextInt(1_500));
                client = replaced(client, () -> office.client(null, 1), running);
            }
            client.tell("rest");
            office.has().clear();
            compare(round, client.await("@compared"));
        } catch (IllegalStateException e) {
            failures++;
            out.println("round " + round + " at " + clientStep + " and " + serverStep + ": " + e.getMessage());
        } finally {
            for (var victim : running) {
                victim.kill();
            }
        }
    }

    /** A server that is killed while it makes its tables comes up the next time. */
    private void firstStart(int round) throws Exception {
        var step = Step.MIGRATION;
        var start = office.firstStart();
        var running = new ArrayList<Victim>();
        try {
            var server = start.server(step, 1 + random.nextInt(Step.MIGRATIONS));
            running.add(server);
            if (first(Map.of(server, step)) != null) {
                hits.merge(step, 1, Integer::sum);
                server = replaced(server, () -> start.server(null, 1), running);
                server.await("@listening");
                office.signIn(server);
            }
        } catch (IllegalStateException e) {
            failures++;
            out.println("round " + round + " at " + step + ": " + e.getMessage());
        } finally {
            for (var victim : running) {
                victim.kill();
            }
        }
    }

    private interface Start {
        Victim start() throws Exception;
    }

    /** Whichever gets to its step first; null when none does in time, or none is left. */
    private @Nullable Victim first(Map<Victim, Step> left) throws Exception {
        if (left.isEmpty()) {
            return null;
        }
        var arrivals = left.keySet().stream().map(Victim::at).toArray(CompletableFuture[]::new);
        try {
            return (Victim) CompletableFuture.anyOf(arrivals).get(TO_THE_STEP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            out.println(left.values() + " not reached");
            return null;
        }
    }

    private Victim replaced(Victim victim, Start again, List<Victim> running) throws Exception {
        victim.kill();
        running.remove(victim);
        kills++;
        var next = again.start();
        running.add(next);
        return next;
    }

    private void compare(int round, String compared) {
        var lost = office.ledger().lost(office.has());
        lost.forEach(row -> out.println("round " + round + " LOST " + row));
        if (!lost.isEmpty() || !compared.equals("0 0")) {
            failures++;
            out.println("round " + round + " differences and refusals: " + compared);
        }
    }

    private boolean report(int rounds, String database, long seconds) {
        hits.forEach((step, count) -> out.println(step + " hit=" + count));
        int least = hits.values().stream().min(Integer::compare).orElse(0);
        out.println("rounds=" + rounds + " db=" + database + " kills=" + kills + " saved="
                + office.ledger().count() + " steps=" + hits.size() + " least_hit=" + least + " failures=" + failures
                + " seconds=" + seconds);
        boolean enough = least >= Math.min(3, rounds / Step.CLIENT.size());
        return failures == 0 && enough;
    }
}

package cadran.desktop.bench;

import cadran.model.numbers.Did;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** From an edit that is saved on one client until the other shows it. */
final class Latency implements Bench.Benchmark {
    private static final int WARM_UP = 50;
    private static final int EDITS = 500;
    /** Other rows than those that are measured. */
    private static final int CROWD_IDS = 2_000;

    /** People do not edit in step with the hints, which follow each other at most every 100 ms. */
    private static final int PAUSE_AT_MOST_MS = 300;

    @Override
    public Figures run(Options options, Site site) throws Exception {
        try (var central = site.central();
                var anna = new Desk(site.newFolder("anna"), central);
                var ben = new Desk(site.newFolder("ben"), central)) {
            anna.engine().start();
            anna.synced();
            ben.engine().start();
            ben.synced();
            var ids = Numbers.ids(anna, WARM_UP + EDITS + CROWD_IDS);
            var theirs = ids.subList(WARM_UP + EDITS, ids.size());
            try (var crowd = new Crowd(central, options.clients(), theirs)) {
                crowd.start();
                var figures = measure(anna, ben, ids);
                return options.clients() == 0 ? figures : crowd.report(figures);
            }
        }
    }

    private static Figures measure(Desk anna, Desk ben, List<UUID> ids) throws InterruptedException {
        var random = new Random(7);
        var seen = new LinkedBlockingQueue<UUID>();
        ben.store
                .listeners()
                .add(event ->
                        event.ids().getOrDefault(Did.TYPE, java.util.Set.of()).forEach(seen::add));
        var saved = new ArrayList<Long>();
        var visible = new ArrayList<Long>();
        for (int i = 0; i < WARM_UP + EDITS; i++) {
            var id = ids.get(i);
            var text = "Modifiée " + i;
            long start = System.nanoTime();
            anna.edits.run(new Describe(id, text));
            long done = System.nanoTime();
            await(seen, id);
            long there = System.nanoTime();
            if (!text.equals(
                    Objects.requireNonNull(ben.store.rows().find(Did.TYPE, id)).text("description"))) {
                throw new IllegalStateException("not what was edited");
            }
            if (i >= WARM_UP) {
                saved.add(done - start);
                visible.add(there - done);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(PAUSE_AT_MOST_MS));
        }
        return new Figures().percentiles("", visible).percentiles("saved_", saved);
    }

    private static void await(LinkedBlockingQueue<UUID> seen, UUID id) throws InterruptedException {
        for (var one = seen.poll(1, TimeUnit.MINUTES); !id.equals(one); one = seen.poll(1, TimeUnit.MINUTES)) {
            if (one == null) {
                throw new IllegalStateException("an edit did not arrive");
            }
        }
    }
}

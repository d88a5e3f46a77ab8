package cadran.desktop.bench;

import cadran.model.numbers.Did;
import java.util.ArrayList;

/** Ten thousand numbers that others changed while this client was away, until it has them. */
final class Delta implements Bench.Benchmark {
    private static final int CHANGED = 10_000;
    private static final int BATCH = 1_000;
    private static final int ROUNDS = 5;

    @Override
    public Figures run(Options options, Site site) throws Exception {
        try (var central = site.central();
                var desk = new Desk(site.newFolder("client"), central);
                var other = new Pusher(central)) {
            desk.engine().start();
            desk.synced();
            var ids = Numbers.ids(desk, CHANGED);
            var times = new ArrayList<Long>();
            for (int round = 0; round < ROUNDS; round++) {
                desk.pause();
                long head = 0;
                for (int from = 0; from < ids.size(); from += BATCH) {
                    head = other.push(Numbers.describe(ids.subList(from, Math.min(from + BATCH, ids.size())), round));
                }
                times.add(time(desk, head));
            }
            var sorted = times.stream().sorted().toList();
            return new Figures()
                    .put("first_ms", times.getFirst() / 1e6)
                    .put("median_ms", sorted.get(ROUNDS / 2) / 1e6)
                    .put("rows_per_s", ids.size() / (sorted.get(ROUNDS / 2) / 1e9));
        }
    }

    private static long time(Desk desk, long head) throws InterruptedException {
        long start = System.nanoTime();
        desk.engine().start();
        desk.until(() -> desk.store.cache().state().cursor() >= head);
        var some =
                desk.store.rows().keys(cadran.desktop.query.Query.of(Did.TYPE).first(50));
        desk.store.rows().page(Did.TYPE, some, 0, some.length);
        long time = System.nanoTime() - start;
        desk.synced();
        return time;
    }
}

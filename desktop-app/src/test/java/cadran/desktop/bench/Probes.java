package cadran.desktop.bench;

import cadran.model.Schema;
import java.util.Objects;

/** Comparing a client's copy with the server's tables: the server's half, the client's half. */
final class Probes implements Bench.Benchmark {
    private static final int ROUNDS = 5;

    @Override
    public Figures run(Options options, Site site) throws Exception {
        try (var central = site.central();
                var desk = new Desk(site.newFolder("client"), central)) {
            desk.engine().start();
            desk.synced();
            long server = Long.MAX_VALUE;
            long client = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                var probe = desk.server.probe();
                long answered = System.nanoTime();
                for (var type : Schema.TYPES) {
                    if (!Objects.equals(probe.sums().get(type), desk.store.sums(type))) {
                        throw new IllegalStateException(type + " differs");
                    }
                }
                server = Math.min(server, answered - start);
                client = Math.min(client, System.nanoTime() - answered);
            }
            return new Figures()
                    .put("server_ms", server / 1e6)
                    .put("client_ms", client / 1e6)
                    .put("rows_per_s", options.rows() / ((server + client) / 1e9));
        }
    }
}

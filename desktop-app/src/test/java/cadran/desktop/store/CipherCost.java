package cadran.desktop.store;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.query.Query;
import cadran.model.numbers.Did;
import cadran.model.sync.Row;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** By hand: what the cipher costs, on the same rows and questions. Arguments: rows. */
final class CipherCost {
    private CipherCost() {}

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
        for (int round = 0; round < 2; round++) {
            measure("plain", null, rows);
            measure("cipher", OpenStore.KEY, rows);
        }
    }

    private static void measure(String name, @Nullable FileKey key, int rows) throws Exception {
        var folder = Files.createTempDirectory("cipher");
        var path = folder.resolve("cache");
        long start = System.nanoTime();
        try (var cache = CacheStore.open(path.toString(), 1, key, Medium.DISK)) {
            load(cache, rows);
        }
        double load = seconds(start);
        long size = Files.size(folder.resolve("cache-1.mv.db"));
        start = System.nanoTime();
        try (var cache = CacheStore.open(path.toString(), 1, key, Medium.DISK);
                var outbox = Outbox.open(folder.resolve("outbox"), key, OpenStore::id)) {
            double open = seconds(start);
            var all = new Rows(cache, outbox, new GridIndex(cache, Medium.DISK));
            start = System.nanoTime();
            long[] keys = all.keys(Query.of(Did.TYPE));
            double list = seconds(start);
            var random = new Random(5);
            var pages = new ArrayList<Double>();
            for (int i = 0; i < 400; i++) {
                int from = random.nextInt(keys.length - 50);
                start = System.nanoTime();
                all.page(Did.TYPE, keys, from, from + 50);
                pages.add(seconds(start) * 1000);
            }
            pages.sort(null);
            start = System.nanoTime();
            long found = all.count(Query.of(Did.TYPE).matching("7654"));
            double search = seconds(start);
            System.out.printf(
                    "%s rows=%d load_s=%.1f rows_per_s=%.0f mb=%d open_s=%.2f keys_s=%.2f page_p50_ms=%.2f page_p95_ms=%.2f search_s=%.2f found=%d%n",
                    name,
                    rows,
                    load,
                    rows / load,
                    size >> 20,
                    open,
                    list,
                    pages.get(200),
                    pages.get(380),
                    search,
                    found);
        }
    }

    private static void load(CacheStore cache, int rows) {
        var france = OpenStore.dialingCode();
        var type = OpenStore.numberType();
        var carriers = IntStream.range(0, 8)
                .mapToObj(i -> OpenStore.carrier("C" + i, "Carrier " + i))
                .toList();
        var customers = IntStream.range(0, 500)
                .mapToObj(i -> OpenStore.customer("K" + i, "Client " + i))
                .toList();
        cache.write(transaction -> {
            for (Row row : Arrays.asList(france, type)) {
                transaction.put(row);
            }
            for (Row row : carriers) {
                transaction.put(row);
            }
            for (Row row : customers) {
                transaction.put(row);
            }
        });
        for (int from = 0; from < rows; from += 20_000) {
            int first = from;
            cache.write(transaction -> {
                for (int i = first; i < Math.min(rows, first + 20_000); i++) {
                    transaction.put(OpenStore.did(
                            "+33" + (100_000_000L + (i * 7919L) % 900_000_000L),
                            france,
                            carriers.get(i % 8),
                            type,
                            Map.of("customerId", customers.get(i % 500).id(), "description", "Ligne " + i)));
                }
            });
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

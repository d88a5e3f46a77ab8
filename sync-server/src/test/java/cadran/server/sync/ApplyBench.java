package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;

import cadran.model.Schema;
import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.organisations.Role;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.Row;
import cadran.server.db.Database;
import cadran.server.db.DatabaseSettings;
import cadran.server.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Not a test: operations per second of pushes of a thousand, over everything but HTTP. Arguments: rows, database URL. */
public final class ApplyBench {
    private static final int BATCH = 1_000;

    private ApplyBench() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        var url = arguments.length > 1
                ? arguments[1]
                : "jdbc:h2:file:" + Files.createTempDirectory("apply-bench").resolve("db");
        try (var database = Database.open(new DatabaseSettings(url, "sa", "", 8))) {
            var world = new SyncWorld(database).furnished();
            var pusher = new Pusher(world);
            var ids = new ArrayList<UUID>();
            for (int i = 0; i < rows; i++) ids.add(IDS.next());
            pusher.time("create", rows, i -> world.number(ids.get((int) i), "+331%08d".formatted(i)));
            pusher.time("patch", rows, i -> SyncWorld.patch("did", ids.get((int) i), "description", null, "d" + i));
            pusher.time(
                    "assign", rows, i -> SyncWorld.patch("did", ids.get((int) i), "customerId", null, world.customer));
            long start = System.nanoTime();
            var pull = new Pull(
                    world.sync.store(),
                    new Feed(new SettableClock(), IDS),
                    new OperationLog(new SettableClock()),
                    20_000);
            var first = new FeedPosition(null, 0, null);
            var page = database.inSnapshot(
                    world.organisation, tx -> pull.page(tx, world.telecom(), null, new Pull.Question(first, null, 0)));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "page rows_per_s=%.0f bytes=%d%n", Math.min(rows, 20_000) / seconds, page.orElseThrow().length);
            rawInsert(world, rows);
            pusher.time("delete", rows, i -> SyncWorld.delete("did", ids.get((int) i)));
        }
    }

    /** The floor: the same rows by JDBC batches, with nothing checked, logged or told. */
    @SuppressWarnings("SystemOut")
    private static void rawInsert(SyncWorld world, int rows) {
        var type = Schema.type("did");
        long start = System.nanoTime();
        for (int from = 0; from < rows; from += BATCH) {
            var batch = new ArrayList<Row>();
            for (int i = from; i < Math.min(from + BATCH, rows); i++) {
                var create = (Intent.Create) world.number(IDS.next(), "+332%08d".formatted(i));
                var values = new ArrayList<@Nullable Object>();
                type.fields().forEach(field -> values.add(create.values().get(field.name())));
                batch.add(new Row(type, create.rowId(), 1, world.organisation.value(), values));
            }
            world.database.inOrganisation(world.organisation, tx -> {
                world.sync.store().insert(tx, type, batch);
                return batch.size();
            });
        }
        System.out.printf("raw_insert rows_per_s=%.0f%n", rows / ((System.nanoTime() - start) / 1e9));
    }

    private static final class Pusher {
        private final SyncWorld world;
        private final Push push;
        private final DeviceId device = new DeviceId(IDS.next());
        private final UserId user = new UserId(IDS.next());
        private long number;

        private Pusher(SyncWorld world) {
            this.world = world;
            var clock = new SettableClock();
            push = new Push(world.sync.apply(), new Feed(clock, IDS), new OperationLog(clock));
        }

        @SuppressWarnings("SystemOut")
        private void time(String what, int rows, LongFunction<Intent> intent) {
            long start = System.nanoTime();
            for (int from = 0; from < rows; from += BATCH) {
                var operations = new ArrayList<IncomingOperation>();
                for (int i = from; i < Math.min(from + BATCH, rows); i++) {
                    var made = intent.apply(i);
                    int version = what.equals("delete") ? 3 : 0;
                    var operation = new Operation(IDS.next(), ++number, null, Instant.EPOCH, version, 0, made);
                    operations.add(new IncomingOperation(operation.id(), number, made.entity(), operation, null));
                }
                var question = new Push.Question(device, new FeedPosition(null, 0, null), List.copyOf(operations));
                var asked = new Push.Asked(world.caller(user, Role.TELECOM), user, question);
                var answer = world.database
                        .inOrganisation(world.organisation, tx -> push.run(tx, List.of(asked)))
                        .getFirst()
                        .answer();
                if (answer.results().stream().anyMatch(result -> result.problem() != null)) {
                    throw new IllegalStateException(answer.results().getFirst().toString());
                }
            }
            System.out.printf("%s ops_per_s=%.0f%n", what, rows / ((System.nanoTime() - start) / 1e9));
        }
    }
}

package cadran.desktop.kill;

import cadran.desktop.edit.Edits;
import cadran.desktop.edit.Op;
import cadran.desktop.query.Query;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.Rows;
import cadran.model.catalog.Carrier;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Adds carriers, changes their contact and deletes some; says each edit before it and once it is saved. */
final class Typist implements Runnable {
    /** What all its carriers' codes begin with. */
    static final String OWN = "K-";

    private static final int PAUSE_AT_MOST_MS = 60;

    private final LocalStore store;
    private final Edits edits;
    private final RandomGenerator random;
    private final PrintStream out;
    private final CountDownLatch tired = new CountDownLatch(1);
    private final CountDownLatch resting = new CountDownLatch(1);

    Typist(LocalStore store, Edits edits, RandomGenerator random, PrintStream out) {
        this.store = store;
        this.edits = edits;
        this.random = random;
        this.out = out;
    }

    private record Made(Intent intent) implements Op {
        @Override
        public String labelKey() {
            return "carrier.op.edit";
        }

        @Override
        public List<Intent> intents(Rows rows) {
            return List.of(intent);
        }
    }

    @Override
    public void run() {
        try {
            while (!tired.await(random.nextInt(PAUSE_AT_MOST_MS), TimeUnit.MILLISECONDS)) {
                edit();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            resting.countDown();
        }
    }

    void rest() throws InterruptedException {
        tired.countDown();
        resting.await();
    }

    private void edit() {
        var own = store.rows().list(Query.of(Carrier.TYPE).matching(OWN)).stream()
                .map(row -> row.row())
                .toList();
        int draw = random.nextInt(10);
        if (own.isEmpty() || draw < 3) {
            var id = UUID.randomUUID();
            say(id, "new", new Intent.Create(Carrier.TYPE.name(), id, values()));
            return;
        }
        var row = own.get(random.nextInt(own.size()));
        if (draw == 9) {
            say(row.id(), "none", new Intent.Delete(Carrier.TYPE.name(), row.id()));
        } else {
            var value = Long.toHexString(random.nextLong());
            say(
                    row.id(),
                    value,
                    new Intent.Patch(
                            Carrier.TYPE.name(), row.id(), Map.of("contact", new Change(row.get("contact"), value))));
        }
    }

    private Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("code", OWN + Long.toHexString(random.nextLong()));
        values.put("name", "Opérateur");
        values.put("contact", "new");
        values.put("active", true);
        return values;
    }

    private void say(UUID id, String value, Intent intent) {
        out.println("@try " + id + " " + value);
        edits.run(new Made(intent));
        out.println("@saved " + id + " " + value);
    }
}

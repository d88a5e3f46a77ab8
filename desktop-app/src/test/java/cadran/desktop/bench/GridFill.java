package cadran.desktop.bench;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.SyncState;
import cadran.model.Schema;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.ReferenceValues;
import cadran.model.demo.DemoRows;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.sync.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A client's copy as a first sync leaves it, made by the same load, only not over a network. */
final class GridFill {
    private static final long SEED = 2026;
    private static final int PART = 5_000;
    /** One number in so many works for a campaign. */
    private static final int ASSIGNED = 5;

    private final List<UUID> campaigns = new ArrayList<>();
    private final int numbers;
    private int seen;

    private GridFill(int numbers) {
        this.numbers = numbers;
    }

    static void run(Path folder, int numbers) {
        new GridFill(numbers).fill(folder);
    }

    private void fill(Path folder) {
        var opening = new SyncState(OpenStore.id(), 1, "", Schema.NUMBER, OpenStore.CLOCK.instant());
        var rows = rows().iterator();
        try (var store = LocalStore.open(folder, OpenStore.KEY, OpenStore.ORGANISATION, OpenStore::id);
                var load = store.nextCache()) {
            load.begin(opening, "0", numbers);
            while (rows.hasNext()) {
                load.add(part(rows), rows.hasNext() ? "more" : null, "");
            }
            load.index();
            load.write(cache -> cache.state(opening));
            store.adopt(load, opening.cursor());
        }
    }

    private static List<Row> part(Iterator<Row> rows) {
        var part = new ArrayList<Row>(PART);
        while (rows.hasNext() && part.size() < PART) {
            part.add(rows.next());
        }
        return part;
    }

    private Stream<Row> rows() {
        var reference = ReferenceValues.fresh(OpenStore::id);
        var demo = new DemoRows(SEED, OpenStore.CLOCK, reference, OpenStore.ORGANISATION, numbers);
        return Stream.concat(
                reference.rows(OpenStore.ORGANISATION).stream(), demo.stream().flatMap(this::withWork));
    }

    private Stream<Row> withWork(Row row) {
        if (row.type().equals(Campaign.TYPE)) {
            campaigns.add(row.id());
        }
        if (!row.type().equals(Did.TYPE) || seen++ % ASSIGNED > 0) {
            return Stream.of(row);
        }
        var campaign = campaigns.get(seen / ASSIGNED % campaigns.size());
        var since = LocalDate.of(2026, 1, 1).plusDays(seen % 300);
        var ends = seen % 3 == 0 ? since.plusDays(60) : null;
        var work = new Assignment(OpenStore.id(), row.id(), campaign, since, ends, true, true, null, null);
        return Stream.of(row, Assignment.TYPE.row(work, OpenStore.ORGANISATION));
    }
}

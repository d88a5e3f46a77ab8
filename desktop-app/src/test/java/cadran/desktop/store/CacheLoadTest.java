package cadran.desktop.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.query.Query;
import cadran.model.Schema;
import cadran.model.catalog.Carrier;
import cadran.model.sync.Row;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheLoadTest {
    private final SyncState opening = new SyncState(OpenStore.id(), 1, "", Schema.NUMBER, null);

    @TempDir
    Path folder;

    private LocalStore open() {
        return LocalStore.open(folder, null, OpenStore.ORGANISATION, OpenStore::id);
    }

    private void load(LocalStore store, List<Row> rows) {
        try (var load = store.nextCache()) {
            assertNull(load.progress());
            load.begin(opening, "0", rows.size());
            load.add(rows, null, "");
            load.index();
            load.write(cache -> cache.state(opening));
            store.adopt(load, 1);
        }
    }

    /** The copy is on the disk, and the outbox is not to say that it counts. */
    @Test
    void aCopyThatWasReadyWhenThePowerWentIsLoadedAgain() {
        var rows = List.of(OpenStore.carrier("ACME", "Acme").atVersion(1));
        try (var store = open()) {
            load(store, rows);
            store.outbox().useCache(1);
        }
        try (var store = open()) {
            load(store, rows);
            assertEquals(1, store.rows().count(Query.of(Carrier.TYPE)));
        }
    }
}

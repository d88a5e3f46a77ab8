package cadran.server.sync;

import cadran.model.sync.EntityType;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.server.db.Tx;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The organisation's rows for the rules that look beyond one, with what the batch has done to them. */
final class Surroundings implements Neighbours {
    private final EntityStore store;
    private final Tx tx;
    private final WorkingRows rows;
    private final Runnable write;
    private final InstantSource clock;
    private @Nullable LocalDate today;

    Surroundings(EntityStore store, Tx tx, WorkingRows rows, Runnable write, InstantSource clock) {
        this.store = store;
        this.tx = tx;
        this.rows = rows;
        this.write = write;
        this.clock = clock;
    }

    @Override
    public @Nullable Row find(EntityType<?> type, UUID id) {
        var working = rows.find(type, id);
        return working == null ? store.find(tx, type, id) : working.now();
    }

    @Override
    public List<Row> pointingTo(EntityType<?> type, String field, UUID id) {
        if (rows.isUnwritten(type)) write.run();
        return store.pointingTo(tx, type, type.field(field), id);
    }

    @Override
    public LocalDate today() {
        if (today == null) today = OrganisationDay.of(tx, clock);
        return today;
    }
}

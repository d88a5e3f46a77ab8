package cadran.desktop.numbers;

import cadran.desktop.store.Rows;
import cadran.model.numbers.NumberPrice;
import cadran.model.sync.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The prices of some numbers: read for all of them when those of the first are asked for. */
final class Prices {
    private final Rows rows;
    private final List<UUID> dids;
    private @Nullable Map<UUID, List<Row>> known;

    Prices(Rows rows, List<UUID> dids) {
        this.rows = rows;
        this.dids = dids;
    }

    List<Row> of(UUID did) {
        var read = known;
        if (read == null) {
            read = rows.pointers(NumberPrice.TYPE, NumberPrice.TYPE.field("didId"), dids);
            known = read;
        }
        return read.getOrDefault(did, List.of());
    }
}

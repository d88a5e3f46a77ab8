package cadran.desktop.bench;

import cadran.desktop.store.SyncState;
import cadran.model.Schema;
import cadran.model.numbers.Did;
import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.PullHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first numbers that a snapshot has. */
final class Reading implements ChangesSink {
    private final List<Did> numbers = new ArrayList<>();
    private final RowCount page = new RowCount();

    static List<Did> numbers(Central central, int count) throws IOException {
        try (var pusher = new Pusher(central)) {
            var reading = new Reading();
            pusher.server().opening(reading);
            var head = reading.page.head();
            var opening = new SyncState(head.feed(), head.to(), head.hash(), Schema.NUMBER, null);
            while (reading.numbers.size() < count && reading.page.next() != null) {
                pusher.server().part(opening, reading.page.next(), reading);
            }
            return reading.numbers.subList(0, Math.min(count, reading.numbers.size()));
        }
    }

    @Override
    public void head(PullHead head) {
        page.head(head);
    }

    @Override
    public void next(@Nullable String place, long total) {
        page.next(place, total);
    }

    @Override
    public void row(Row row) {
        if (row.type().name().equals(Did.TYPE.name())) {
            numbers.add(Did.TYPE.read(row));
        }
    }

    @Override
    public void gone(EntityType<?> type, UUID id) {}

    @Override
    public void result(OperationResult result) {}
}

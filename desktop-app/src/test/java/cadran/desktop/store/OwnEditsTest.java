package cadran.desktop.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.model.catalog.Carrier;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is seen of a carrier that was called "A" and that its user calls "mine". */
class OwnEditsTest {
    private static final UUID SOME = new UUID(1, 1);

    @Test
    void whatWaitsIsLaidOver() {
        assertEquals("mine", name(show(carrier("A", 1), rename(null))));
    }

    @Test
    void whatWasAnsweredStaysUntilARowHasIt() {
        assertEquals("mine", name(show(carrier("A", 1), rename(2L))));
        assertEquals("mine", name(show(carrier("mine", 2), rename(2L))));
    }

    /** Whoever deletes it must have seen that name: the version alone would say that they had. */
    @Test
    void whatOthersDidSinceIsNotHidden() {
        assertEquals("theirs", name(show(carrier("theirs", 3), rename(2L))));
    }

    @Test
    void whatWasDeletedStaysAway() {
        assertNull(show(carrier("A", 1), queued(new Intent.Delete("carrier", SOME), 0L)));
    }

    private static @Nullable Row show(Row server, QueuedOperation edit) {
        return OwnEdits.show(Carrier.TYPE, server, List.of(edit), SOME);
    }

    private static @Nullable String name(@Nullable Row shown) {
        return shown == null ? null : shown.text("name");
    }

    private static Row carrier(String name, long version) {
        return new Row(Carrier.TYPE, SOME, version, SOME, Arrays.asList("C", name, null, null, null, true));
    }

    private static QueuedOperation rename(@Nullable Long version) {
        return queued(new Intent.Patch("carrier", SOME, Map.of("name", new Change("A", "mine"))), version);
    }

    /** @param version that the server answered with, null while it has not */
    private static QueuedOperation queued(Intent intent, @Nullable Long version) {
        var operation = new Operation(SOME, 1, null, Instant.EPOCH, 1, 0, intent);
        var label = new EditLabel("op.edit", Map.of(), EditLabel.Way.DONE);
        var answer = version == null
                ? null
                : new OperationResult(1, SOME, "carrier", Verdict.APPLIED, 9, version, null, Map.of());
        return new QueuedOperation(operation, SOME, label, null, answer);
    }
}

package cadran.model.usage;

import cadran.model.numbers.Did;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers with nothing but what the gate looks at. */
final class Dids {
    private Dids() {}

    static Did paris() {
        return of("+33144000000", null, null, null);
    }

    static Did of(String e164, @Nullable String holder, @Nullable LocalDate from, @Nullable LocalDate until) {
        var empty = new ArrayList<@Nullable Object>();
        Did.TYPE.fields().forEach(field -> empty.add(null));
        return Did.TYPE.read(new Row(Did.TYPE, new UUID(0, 9), 0, new UUID(0, 1), empty)
                .with("e164", e164)
                .with("contractHolder", holder)
                .with("mandateFrom", from)
                .with("mandateUntil", until));
    }
}

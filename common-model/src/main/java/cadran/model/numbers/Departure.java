package cadran.model.numbers;

import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.Optional;

/** How far a terminated number has gone: one status, which its dates and its reason tell apart. */
public enum Departure {
    REQUESTED,
    GIVEN_BACK,
    PORTED_OUT;

    /** Empty for a number that is not terminated. */
    public static Optional<Departure> of(Row did, LocalDate today) {
        if (!DidStatus.TERMINATED.name().equals(did.text("status"))) {
            return Optional.empty();
        }
        boolean isGone = did.get("terminatedOn") instanceof LocalDate day
                ? !day.isAfter(today)
                : did.get("terminationRequestedOn") == null;
        return Optional.of(
                !isGone ? REQUESTED : Ending.PORTED_OUT.name().equals(did.text("ending")) ? PORTED_OUT : GIVEN_BACK);
    }
}

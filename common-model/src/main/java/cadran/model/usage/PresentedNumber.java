package cadran.model.usage;

import cadran.model.numbers.Did;
import cadran.model.numbers.E164;
import cadran.model.problem.Problem;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that is to be shown as caller or sender.
 *
 * @param contractHolder who has the contract for it, if that is somebody else
 * @param mandateFrom from when they have agreed to its being shown; of a mandate one of its two days may be open
 * @param mandateUntil the last day
 */
public record PresentedNumber(
        E164 number,
        @Nullable String contractHolder,
        @Nullable LocalDate mandateFrom,
        @Nullable LocalDate mandateUntil) {

    /** None where what stands in the number's place is not one. */
    static Optional<PresentedNumber> of(Did did) {
        return E164.isCanonical(did.e164())
                ? Optional.of(new PresentedNumber(
                        new E164(did.e164()), did.contractHolder(), did.mandateFrom(), did.mandateUntil()))
                : Optional.empty();
    }

    /** Why nobody has agreed to its being shown on that day, if somebody must. */
    Optional<Problem> lackOfMandate(LocalDate day) {
        if (contractHolder == null || contractHolder.isBlank()) {
            return Optional.empty();
        }
        if (mandateFrom == null && mandateUntil == null) {
            return Optional.of(Problem.of("use.no_mandate").with("holder", contractHolder));
        }
        if (mandateFrom != null && day.isBefore(mandateFrom)) {
            return Optional.of(Problem.of("use.mandate_not_yet")
                    .with("holder", contractHolder)
                    .with("from", mandateFrom));
        }
        if (mandateUntil != null && day.isAfter(mandateUntil)) {
            return Optional.of(Problem.of("use.mandate_ended")
                    .with("holder", contractHolder)
                    .with("until", mandateUntil));
        }
        return Optional.empty();
    }
}

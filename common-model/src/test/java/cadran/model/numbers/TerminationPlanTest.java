package cadran.model.numbers;

import static cadran.model.numbers.AssignmentPlanTest.CUSTOMER;
import static cadran.model.numbers.AssignmentPlanTest.TODAY;
import static cadran.model.numbers.AssignmentPlanTest.after;
import static cadran.model.numbers.AssignmentPlanTest.assignment;
import static cadran.model.numbers.AssignmentPlanTest.did;
import static cadran.model.numbers.AssignmentPlanTest.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cadran.model.sync.Decide;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminationPlanTest {
    private static final TerminationPlan.Wish GIVEN_BACK =
            new TerminationPlan.Wish(Ending.GIVEN_BACK, TODAY.plusDays(10), TODAY.plusDays(30));

    private final TerminationPlan plan = new TerminationPlan(new StatusEffects((type, id) -> null, TODAY), TODAY);

    @ParameterizedTest
    @CsvSource({
        "AVAILABLE, TERMINATED",
        "ORDERED, TERMINATED",
        "ASSIGNED, TERMINATED",
        "IN_USE, 'ASSIGNED, TERMINATED'",
    })
    void whatServesNothingGoesAtOnce(DidStatus status, String expected) {
        assertEquals(expected, String.join(", ", kinds(plan.intents(did(status, CUSTOMER), List.of(), GIVEN_BACK))));
    }

    @Test
    void whatItServesEndsBeforeItGoes() {
        var running = assignment(1, TODAY.minusDays(5), null);
        var begunToday = assignment(2, TODAY, TODAY.plusDays(5));
        var planned = assignment(3, TODAY.plusDays(3), null);
        var over = assignment(4, TODAY.minusDays(9), TODAY.minusDays(1));
        var intents =
                plan.intents(did(DidStatus.IN_USE, CUSTOMER), List.of(running, begunToday, planned, over), GIVEN_BACK);
        assertEquals(
                List.of("ASSIGNED", "ends " + TODAY.minusDays(1), "delete", "delete", "TERMINATED"), kinds(intents));
    }

    @Test
    void theWishIsInTheMove() {
        var move = assertInstanceOf(
                Intent.Move.class,
                plan.intents(did(DidStatus.AVAILABLE, null), List.of(), GIVEN_BACK)
                        .getLast());
        assertEquals("GIVEN_BACK", after(move.changes(), "ending"));
        assertEquals(TODAY, after(move.changes(), "terminationRequestedOn"));
        assertEquals(TODAY.plusDays(10), after(move.changes(), "terminatedOn"));
        assertEquals(TODAY.plusDays(30), after(move.changes(), "billingEndsOn"));
    }

    /** Who looked at another row than the one that stands there has confirmed nothing. */
    @Test
    void eachStepIsBoundToWhatItsAuthorSaw() {
        var seen = did(DidStatus.IN_USE, CUSTOMER);
        assertEquals(DidStatus.TERMINATED.name(), carriedOut(seen, seen));
        assertEquals(DidStatus.IN_USE.name(), carriedOut(seen, seen.with("notes", "Ne pas couper")));
    }

    private @Nullable String carriedOut(Row seen, Row standing) {
        var now = standing;
        for (var intent : plan.intents(seen, List.of(), GIVEN_BACK)) {
            var decision = Decide.decide(Did.TYPE, intent, now, true, new UUID(0, 1));
            now = Objects.requireNonNull(decision.after());
        }
        return now.text("status");
    }

    @ParameterizedTest
    @CsvSource({
        // requested on, terminated on, reason
        "2026-11-20, 2026-12-31, GIVEN_BACK, REQUESTED",
        "2026-11-20, 2026-12-31, PORTED_OUT, REQUESTED",
        "2026-11-20,           ,           , REQUESTED",
        "2026-11-20, 2026-11-23, GIVEN_BACK, GIVEN_BACK",
        "2026-11-20, 2026-11-23,           , GIVEN_BACK",
        "2026-11-20, 2026-11-22, PORTED_OUT, PORTED_OUT",
        "          ,           , PORTED_OUT, PORTED_OUT",
        "          ,           ,           , GIVEN_BACK",
    })
    void datesAndReasonTellHowFarItHasGone(
            @Nullable LocalDate requestedOn,
            @Nullable LocalDate terminatedOn,
            @Nullable String ending,
            Departure expected) {
        var gone = did(DidStatus.TERMINATED, null)
                .with("terminationRequestedOn", requestedOn)
                .with("terminatedOn", terminatedOn)
                .with("ending", ending);
        assertEquals(expected, Departure.of(gone, TODAY).orElseThrow());
        assertEquals(
                List.of(),
                Departure.of(gone.with("status", "ASSIGNED"), TODAY).stream().toList());
    }
}

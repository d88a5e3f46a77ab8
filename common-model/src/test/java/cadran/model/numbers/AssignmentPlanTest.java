package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.catalog.Campaign;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentPlanTest {
    static final UUID ORGANISATION = new UUID(0, 1);
    static final UUID CUSTOMER = new UUID(0, 2);
    static final UUID OTHER_CUSTOMER = new UUID(0, 3);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Row CAMPAIGN = Campaign.TYPE.row(
            new Campaign(new UUID(0, 4), CUSTOMER, "A", "Accueil", null, null, null, null, true), ORGANISATION);

    private final AssignmentPlan plan = new AssignmentPlan(new StatusEffects((type, id) -> null, TODAY), TODAY);

    static Row did(DidStatus status, @Nullable UUID customer) {
        return new Row(
                        Did.TYPE,
                        new UUID(0, 5),
                        1,
                        ORGANISATION,
                        Collections.nCopies(Did.TYPE.fields().size(), null))
                .with("dialingCodeId", new UUID(0, 6))
                .with("e164", "+33144000000")
                .with("typeId", new UUID(0, 7))
                .with("carrierId", new UUID(0, 8))
                .with("status", status.name())
                .with("customerId", customer);
    }

    static Row assignment(int number, LocalDate from, @Nullable LocalDate to) {
        var made =
                new Assignment(new UUID(1, number), new UUID(0, 5), CAMPAIGN.id(), from, to, true, false, null, null);
        return Assignment.TYPE.row(made, ORGANISATION);
    }

    static @Nullable Object after(Map<String, Change> changes, String field) {
        return Objects.requireNonNull(changes.get(field), field).after();
    }

    static List<String> kinds(List<Intent> intents) {
        return intents.stream()
                .map(intent -> switch (intent) {
                    case Intent.Move move -> move.to();
                    case Intent.Create ignored -> "create";
                    case Intent.Patch patch -> "ends " + after(patch.changes(), "endsOn");
                    case Intent.Delete ignored -> "delete";
                })
                .toList();
    }

    @Test
    void aFreeNumberBecomesTheCustomersAndIsInUseFromTheFirstDay() {
        var today = plan.begin(did(DidStatus.AVAILABLE, null), CAMPAIGN, assignment(1, TODAY, null));
        assertEquals(List.of("ASSIGNED", "create", "IN_USE"), kinds(today));
        var move = assertInstanceOf(Intent.Move.class, today.getFirst());
        assertEquals(CUSTOMER, after(move.changes(), "customerId"));
        var use = assertInstanceOf(Intent.Move.class, today.getLast());
        assertEquals(TODAY, after(use.changes(), "activatedOn"));
        var later = plan.begin(did(DidStatus.AVAILABLE, null), CAMPAIGN, assignment(1, TODAY.plusDays(1), null));
        assertEquals(List.of("ASSIGNED", "create"), kinds(later));
    }

    @Test
    void aNumberOfTheCustomersPoolKeepsItsGroupAndAnotherOnesLosesIt() {
        var group = new UUID(0, 9);
        var own = plan.begin(
                did(DidStatus.AVAILABLE, CUSTOMER).with("groupId", group), CAMPAIGN, assignment(1, TODAY, null));
        assertFalse(((Intent.Move) own.getFirst()).changes().containsKey("groupId"));
        var other = plan.begin(
                did(DidStatus.AVAILABLE, OTHER_CUSTOMER).with("groupId", group), CAMPAIGN, assignment(1, TODAY, null));
        assertNull(after(((Intent.Move) other.getFirst()).changes(), "groupId"));
    }

    @Test
    void whatIsOverIsHistory() {
        var past = plan.begin(
                did(DidStatus.AVAILABLE, null), CAMPAIGN, assignment(1, TODAY.minusDays(9), TODAY.minusDays(1)));
        assertEquals(List.of("create"), kinds(past));
    }

    @Test
    void aCampaignAtRestUsesNothing() {
        var resting = CAMPAIGN.with("active", false);
        assertEquals(
                List.of("ASSIGNED", "create"),
                kinds(plan.begin(did(DidStatus.AVAILABLE, null), resting, assignment(1, TODAY, null))));
    }

    @Test
    void theLastOneToEndTakesTheNumberOutOfUse() {
        var did = did(DidStatus.IN_USE, CUSTOMER);
        var running = assignment(1, TODAY.minusDays(5), null);
        var yesterday = TODAY.minusDays(1);
        assertEquals(List.of("ASSIGNED", "ends " + yesterday), kinds(plan.end(did, running, yesterday, List.of())));
        assertEquals(List.of("ends " + TODAY), kinds(plan.end(did, running, TODAY, List.of())));
        var other = assignment(2, TODAY.minusDays(3), null);
        assertEquals(List.of("ends " + yesterday), kinds(plan.end(did, running, yesterday, List.of(other))));
    }

    @Test
    void oneThatNeverBeganIsTakenOut() {
        var planned = assignment(1, TODAY.plusDays(3), null);
        assertEquals(List.of("delete"), kinds(plan.end(did(DidStatus.ASSIGNED, CUSTOMER), planned, TODAY, List.of())));
    }

    @Test
    void twoOverlapOnDaysOfOneDirection() {
        var first = Assignment.TYPE.read(assignment(1, TODAY, TODAY.plusDays(10)));
        assertTrue(first.overlaps(Assignment.TYPE.read(assignment(2, TODAY.plusDays(10), null))));
        assertFalse(first.overlaps(Assignment.TYPE.read(assignment(2, TODAY.plusDays(11), null))));
        var outbound = assignment(2, TODAY, null).with("inbound", false).with("outbound", true);
        assertFalse(first.overlaps(Assignment.TYPE.read(outbound)));
    }
}

package cadran.model.numbers;

import static cadran.model.numbers.AssignmentPlanTest.CAMPAIGN;
import static cadran.model.numbers.AssignmentPlanTest.CUSTOMER;
import static cadran.model.numbers.AssignmentPlanTest.OTHER_CUSTOMER;
import static cadran.model.numbers.AssignmentPlanTest.TODAY;
import static cadran.model.numbers.AssignmentPlanTest.assignment;
import static cadran.model.numbers.AssignmentPlanTest.did;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.catalog.CarrierAccount;
import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeighbourRulesTest {
    record Beside(List<Row> rows) implements Neighbours {
        @Override
        public @Nullable Row find(EntityType<?> type, UUID id) {
            return rows.stream()
                    .filter(row -> row.type() == type && row.id().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public List<Row> pointingTo(EntityType<?> type, String field, UUID id) {
            return rows.stream()
                    .filter(row -> row.type() == type && id.equals(row.get(field)))
                    .toList();
        }

        @Override
        public boolean isPointedTo(EntityType<?> type, String field, UUID id, String other, Object value) {
            return pointingTo(type, field, id).stream().anyMatch(row -> value.equals(row.get(other)));
        }

        @Override
        public List<Row> meeting(Row row, String first, String last) {
            return rows.stream()
                    .filter(other -> other.type() == row.type() && !other.id().equals(row.id()))
                    .toList();
        }

        @Override
        public LocalDate today() {
            return TODAY;
        }

        @Override
        public @Nullable UUID author() {
            return null;
        }

        @Override
        public boolean mayAuthor(Permission permission) {
            return true;
        }
    }

    private static String code(@Nullable Row before, Row after, Row... beside) {
        var problem = after.type().rules().checkBeside(before, after, new Beside(List.of(beside)));
        return problem == null ? "" : problem.code();
    }

    @Test
    void aNumberStandsOnAnAccountOfItsCarrier() {
        var account = CarrierAccount.TYPE.row(
                new CarrierAccount(new UUID(7, 1), new UUID(7, 2), "Paris", null, true), new UUID(7, 3));
        var alien = did(DidStatus.AVAILABLE, null).with("carrierAccountId", account.id());
        var own = alien.with("carrierId", new UUID(7, 2));
        assertEquals("", code(null, own, account));
        assertEquals("number.account_of_other_carrier", code(null, alien, account));
        assertEquals("number.account_of_other_carrier", code(own, own.with("carrierId", new UUID(7, 9)), account));
        assertEquals("", code(own, own.with("description", "x"), account));
    }

    @Test
    void aNumberWorksForACampaignOfItsOwnCustomer() {
        var running = assignment(1, TODAY, null);
        assertEquals("", code(null, running, did(DidStatus.ASSIGNED, CUSTOMER), CAMPAIGN));
        assertEquals(
                "assignment.other_customer", code(null, running, did(DidStatus.ASSIGNED, OTHER_CUSTOMER), CAMPAIGN));
        assertEquals("assignment.other_customer", code(null, running, did(DidStatus.AVAILABLE, null), CAMPAIGN));
        for (var status : List.of(DidStatus.ORDERED, DidStatus.TERMINATED)) {
            assertEquals("assignment.number_not_usable", code(null, running, did(status, CUSTOMER), CAMPAIGN));
        }
    }

    @Test
    void whatIsOverFitsWhateverBecameOfTheNumber() {
        var past = assignment(1, TODAY.minusDays(9), TODAY.minusDays(1));
        var gone = did(DidStatus.TERMINATED, null);
        assertEquals("", code(null, past, gone, CAMPAIGN));
        assertEquals("assignment.number_not_usable", code(past, past.with("endsOn", null), gone, CAMPAIGN));
    }

    @Test
    void aNumberComesIntoUseByAnAssignmentThatRuns() {
        var assigned = did(DidStatus.ASSIGNED, CUSTOMER);
        var used = did(DidStatus.IN_USE, CUSTOMER);
        assertEquals("number.nothing_runs", code(assigned, used, CAMPAIGN));
        assertEquals("number.nothing_runs", code(assigned, used, CAMPAIGN, assignment(1, TODAY.plusDays(1), null)));
        assertEquals(
                "number.nothing_runs",
                code(assigned, used, CAMPAIGN.with("active", false), assignment(1, TODAY, null)));
        assertEquals("", code(assigned, used, CAMPAIGN, assignment(1, TODAY, null)));
        // One that is taken over from elsewhere is what it is said to be.
        assertEquals("", code(null, used, CAMPAIGN));
    }

    @Test
    void assignmentsEndBeforeTheirNumberGoes() {
        var used = did(DidStatus.IN_USE, CUSTOMER);
        var running = assignment(1, TODAY.minusDays(3), null);
        var planned = assignment(2, TODAY.plusDays(3), null);
        var past = assignment(3, TODAY.minusDays(9), TODAY.minusDays(1));
        for (var next : List.of(did(DidStatus.AVAILABLE, CUSTOMER), did(DidStatus.TERMINATED, CUSTOMER))) {
            assertEquals("number.still_assigned", code(used, next, CAMPAIGN, running));
            assertEquals("number.still_assigned", code(used, next, CAMPAIGN, planned));
            assertEquals("", code(used, next, CAMPAIGN, past));
        }
        assertEquals("", code(used, did(DidStatus.ASSIGNED, CUSTOMER), CAMPAIGN, planned));
        assertEquals("number.still_assigned", code(used, did(DidStatus.IN_USE, OTHER_CUSTOMER), CAMPAIGN, running));
        assertEquals("", code(used, used.with("notes", "x"), CAMPAIGN, running));
    }
}

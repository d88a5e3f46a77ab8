package cadran.model.numbers;

import cadran.model.catalog.Campaign;
import cadran.model.problem.Problem;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What holds for every assignment of a number to a campaign. */
final class AssignmentRules implements RowRules {
    @Override
    public @Nullable Problem check(Row row) {
        if (row.get("startsOn") instanceof LocalDate start && Assignment.isOverBy(row, start)) {
            return Problem.of("period.ends_before_it_starts").at("endsOn");
        }
        if (Boolean.FALSE.equals(row.get("inbound")) && Boolean.FALSE.equals(row.get("outbound"))) {
            return Problem.of("assignment.no_direction").at("inbound");
        }
        if (row.get("priority") instanceof BigDecimal priority && priority.signum() <= 0) {
            return Problem.of("field.out_of_range").with("decimals", 0).at("priority");
        }
        return null;
    }

    /** One that is over is history, whatever became of its number since. */
    @Override
    public @Nullable Problem checkBeside(@Nullable Row before, Row after, Neighbours beside) {
        var today = beside.today();
        boolean isJudged = before != null && !Assignment.isOverBy(before, today);
        if (isJudged || Assignment.isOverBy(after, today)) {
            return null;
        }
        var did = beside.find(Did.TYPE, id(after, "didId"));
        var campaign = beside.find(Campaign.TYPE, id(after, "campaignId"));
        if (did == null || campaign == null) {
            return Problem.of("reference.unknown").at(did == null ? "didId" : "campaignId");
        }
        var status = DidStatus.valueOf(String.valueOf(did.text("status")));
        if (status == DidStatus.ORDERED || status == DidStatus.TERMINATED) {
            return Problem.of("assignment.number_not_usable")
                    .with("status", status)
                    .at("didId");
        }
        if (did.get("awaitsPortOutSince") != null) {
            return Problem.of("assignment.number_awaits_port_out").at("didId");
        }
        if (Reservation.isKeptFromAuthor(did, beside)) {
            return Reservation.problem(did, beside).at("didId");
        }
        return Objects.equals(did.reference("customerId"), campaign.reference("customerId"))
                ? null
                : Problem.of("assignment.other_customer").at("campaignId");
    }

    private static UUID id(Row row, String field) {
        return Objects.requireNonNull(row.reference(field), field);
    }
}

package cadran.model.numbers;

import cadran.model.catalog.Campaign;
import cadran.model.catalog.CarrierAccount;
import cadran.model.organisations.Permission;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for every number. */
final class DidRules implements RowRules {
    private static final NumberParser PARSER = new NumberParser(NumberingPlan.shipped());

    @Override
    public @Nullable Problem check(Row row) {
        var e164 = row.text("e164");
        if (row.version() == 0 && e164 != null && !isCanonical(e164)) {
            return notCanonical(e164, "e164");
        }
        var cost = Prices.check(row, "monthlyCost", "setUpFee");
        if (cost != null) {
            return cost;
        }
        if (row.get("mandateFrom") instanceof LocalDate from
                && row.get("mandateUntil") instanceof LocalDate until
                && until.isBefore(from)) {
            return Problem.of("period.ends_before_it_starts").at("mandateUntil");
        }
        var status = row.text("status");
        boolean needsCustomer = DidStatus.ASSIGNED.name().equals(status)
                || DidStatus.IN_USE.name().equals(status);
        if (needsCustomer && row.get("customerId") == null) {
            return Problem.of("number.status_needs_customer")
                    .with("status", String.valueOf(status))
                    .at("customerId");
        }
        if (row.get("groupId") != null && row.get("customerId") == null) {
            return Problem.of("number.group_needs_customer").at("groupId");
        }
        return null;
    }

    /** A reservation keeps it for its holder. Assignments hold it where it is: they end before it goes, and one that begins brings it into use. */
    @Override
    public @Nullable Problem checkBeside(@Nullable Row before, Row after, Neighbours beside) {
        var elsewhere = accountElsewhere(before, after, beside);
        if (elsewhere != null) {
            return elsewhere;
        }
        var kept = Reservation.checkBeside(before, after, beside);
        if (kept != null || before == null) {
            return kept;
        }
        boolean moves = !Objects.equals(before.text("status"), after.text("status"));
        boolean changesHands = !Objects.equals(before.get("customerId"), after.get("customerId"));
        if (!moves && !changesHands) {
            return null;
        }
        var today = beside.today();
        var left = beside.pointingTo(Assignment.TYPE, "didId", after.id()).stream()
                .filter(assignment -> !Assignment.isOverBy(assignment, today))
                .toList();
        var status = DidStatus.valueOf(String.valueOf(after.text("status")));
        if (moves && status == DidStatus.IN_USE && left.stream().noneMatch(each -> isRunning(each, beside))) {
            return Problem.of("number.nothing_runs").at("status");
        }
        boolean leaves = status == DidStatus.AVAILABLE || status == DidStatus.TERMINATED;
        return left.isEmpty() || !(leaves || changesHands)
                ? null
                : Problem.of("number.still_assigned")
                        .with("count", left.size())
                        .at(changesHands ? "customerId" : "status");
    }

    @Override
    public Map<String, Change> takenBack(Map<String, Change> changes, LocalDate today) {
        return Reservation.takenBack(changes, today);
    }

    @Override
    public @Nullable Problem checkDelete(Row row, Neighbours beside) {
        return Reservation.isKeptFromAuthor(row, beside) ? Reservation.problem(row, beside) : null;
    }

    /** An account is one carrier's, and only that carrier's numbers stand on it. */
    private static @Nullable Problem accountElsewhere(@Nullable Row before, Row after, Neighbours beside) {
        var account = after.reference("carrierAccountId");
        boolean unchanged = before != null
                && Objects.equals(account, before.reference("carrierAccountId"))
                && Objects.equals(after.reference("carrierId"), before.reference("carrierId"));
        if (account == null || unchanged) {
            return null;
        }
        var found = beside.find(CarrierAccount.TYPE, account);
        return found == null || Objects.equals(found.reference("carrierId"), after.reference("carrierId"))
                ? null
                : Problem.of("number.account_of_other_carrier")
                        .with("account", found.label())
                        .at("carrierAccountId");
    }

    private static boolean isRunning(Row assignment, Neighbours beside) {
        var campaign = beside.find(Campaign.TYPE, Objects.requireNonNull(assignment.reference("campaignId")));
        return Assignment.runsOn(assignment, beside.today())
                && campaign != null
                && Boolean.TRUE.equals(campaign.get("active"));
    }

    /**
     * Uniqueness stands on this, whoever writes the row. Only rows that no server has seen are held to it: a number
     * never changes, so one that a later edition of the plan spells otherwise must still be editable.
     */
    static boolean isCanonical(String e164) {
        return E164.isCanonical(e164)
                && PARSER.parse(e164, Country.FRANCE) instanceof Checked.Valid<E164>(var read, var _)
                && read.value().equals(e164);
    }

    static Problem notCanonical(String number, String field) {
        return Problem.of("number.not_canonical").with("number", number).at(field);
    }

    @Override
    public @Nullable Problem checkMove(String field, String from, String to) {
        return DidStatus.valueOf(from).mayMoveTo(DidStatus.valueOf(to))
                ? null
                : Objects.requireNonNull(RowRules.super.checkMove(field, from, to))
                        .with("allowed", next(from));
    }

    private static String next(String from) {
        return Stream.of(DidStatus.values())
                .filter(DidStatus.valueOf(from)::mayMoveTo)
                .map(DidStatus::name)
                .collect(Collectors.joining(","));
    }

    @Override
    public @Nullable Permission moveNeeds(String field, String from, String to) {
        return DidStatus.TERMINATED.name().equals(from) ? Permission.NUMBER_RESTORE : null;
    }
}

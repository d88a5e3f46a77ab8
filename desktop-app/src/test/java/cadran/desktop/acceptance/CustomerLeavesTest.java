package cadran.desktop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.changes.Departures;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.model.catalog.Customer;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer leaves on 30 November: 812 numbers in nine campaigns, 112 of them its own. */
class CustomerLeavesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final long RESTING = CompanyRows.OF_LEAVING - CompanyRows.OWNED_BY_LEAVING;

    /** In days, of the type that they all are of. */
    private static final int REST = 30;

    @TempDir
    Path folder;

    private static long count(OpenProfile open, EntityType<?> type, Filter... filters) {
        return open.store().rows().count(Query.unordered(type).where(List.of(filters)));
    }

    private static Row customer(OpenProfile open) {
        return open.store()
                .rows()
                .list(Query.of(Customer.TYPE).where(new Filter.Is("name", CompanyRows.LEAVING)))
                .getFirst()
                .row();
    }

    private static Row set(OpenProfile open, UUID id) {
        return Objects.requireNonNull(open.store().rows().find(ChangeSet.TYPE, id));
    }

    private static UUID newId(OpenProfile open) {
        return open.workspace().ids().next();
    }

    @Test
    void onTheDaySevenHundredRestAndTheirOwnWaitForTheirPortOut() throws Exception {
        try (var company = Company.in(folder)) {
            var anna = company.desktop("Anna Morel", Role.TELECOM);
            var basil = company.desktop("Basil Roux", Role.TELECOM);
            var customer = customer(anna);
            long terminated = count(anna, Did.TYPE, new Filter.Is("status", "TERMINATED"));
            var before = anna.store().rows().findAll(Did.TYPE, ids(anna, customer));

            // The preview, without the server: exact, and quick among 40,000.
            company.cutOff();
            long started = System.nanoTime();
            var departure = Departures.of(anna.workspace(), customer, DAY);
            var took = Duration.ofNanos(System.nanoTime() - started);
            assertTrue(took.compareTo(Duration.ofSeconds(3)) < 0, took.toString());
            assertEquals(RESTING, departure.rests());
            assertEquals(CompanyRows.OWNED_BY_LEAVING, departure.portsOut());
            assertEquals(numbersOfCampaigns(), departure.campaigns());
            assertTrue(departure.restsUntil().values().stream().allMatch(DAY.plusDays(REST)::equals));
            assertEquals(Map.of("EUR", new BigDecimal("840.00")), departure.staying());
            assertEquals(Map.of("EUR", new BigDecimal("134.40")), departure.ending());

            // Prepared as one and undone as one, before anybody else sees it and after.
            departure.prepare(newId(anna));
            assertEquals(CompanyRows.OF_LEAVING, count(anna, ChangeSetLine.TYPE));
            anna.workspace().edits().undo();
            assertEquals(0, count(anna, ChangeSetLine.TYPE) + count(anna, ChangeSet.TYPE));
            var second = newId(anna);
            Departures.of(anna.workspace(), customer, DAY).prepare(second);
            company.reconnect();
            Company.synced(anna);
            Company.until(basil, () -> count(basil, ChangeSetLine.TYPE) == CompanyRows.OF_LEAVING);
            assertEquals(before, anna.store().rows().findAll(Did.TYPE, before.keySet()));
            anna.workspace().edits().undo();
            Company.synced(anna);
            Company.until(basil, () -> count(basil, ChangeSetLine.TYPE) + count(basil, ChangeSet.TYPE) == 0);

            // Prepared again, and withdrawn by a colleague; then for good.
            var third = newId(anna);
            Departures.of(anna.workspace(), customer, DAY).prepare(third);
            Company.synced(anna);
            Company.until(basil, () -> count(basil, ChangeSet.TYPE) == 1);
            Departures.withdraw(basil.workspace(), third);
            Company.synced(basil);
            var id = newId(anna);
            var last = Departures.of(anna.workspace(), customer, DAY);
            last.prepare(id);
            Company.synced(anna);

            company.clock.moveTo(LocalDateTime.of(2026, 11, 29, 23, 50));
            assertEquals("PREPARED", set(anna, id).text("state"));
            company.clock.moveTo(DAY.atTime(0, 10));
            Company.until(anna, () -> "DONE".equals(set(anna, id).text("state")));
            assertEquals("WITHDRAWN", set(anna, third).text("state"));

            var after = anna.store().rows().findAll(Did.TYPE, before.keySet());
            var rests = last.restsUntil();
            assertEquals(RESTING, rests.size());
            rests.forEach((number, until) -> {
                var did = Objects.requireNonNull(after.get(number));
                assertEquals("AVAILABLE", did.text("status"));
                assertNull(did.get("customerId"));
                assertEquals(until, did.get("restsUntil"));
            });
            assertTrue(after.values().stream().noneMatch(did -> "TERMINATED".equals(did.text("status"))));
            var waiting = after.values().stream()
                    .filter(did -> did.get("awaitsPortOutSince") != null)
                    .toList();
            assertEquals(CompanyRows.OWNED_BY_LEAVING, waiting.size());
            waiting.forEach(did -> {
                assertEquals(customer.id(), did.get("customerId"));
                assertEquals("ASSIGNED", did.text("status"));
                assertEquals(DAY, did.get("awaitsPortOutSince"));
                assertEquals(CompanyRows.LEAVING, did.get("contractHolder"));
            });
            assertEquals(terminated, count(anna, Did.TYPE, new Filter.Is("status", "TERMINATED")));
            assertEquals(
                    CompanyRows.OF_LEAVING,
                    count(
                            anna,
                            ChangeSetLine.TYPE,
                            new Filter.Is("changeSetId", id),
                            new Filter.Is("outcome", "DONE")));
            var ended =
                    anna.store().rows().pointingTo(Assignment.TYPE, Assignment.TYPE.field("didId"), before.keySet());
            assertEquals(CompanyRows.OF_LEAVING, ended.size());
            ended.forEach(each -> assertEquals(DAY.minusDays(1), each.get("endsOn")));

            // The job runs again, which another departure on the day after tells: nothing more comes of this one.
            var done = set(anna, id).version();
            var other = anna.store().rows().list(Query.of(Customer.TYPE).where(new Filter.Is("name", "Client 002")));
            var next = newId(anna);
            Departures.of(anna.workspace(), other.getFirst().row(), DAY.plusDays(1))
                    .prepare(next);
            Company.synced(anna);
            company.clock.moveTo(DAY.plusDays(1).atTime(0, 10));
            Company.until(anna, () -> "DONE".equals(set(anna, next).text("state")));
            assertEquals(done, set(anna, id).version());
            assertEquals(after, anna.store().rows().findAll(Did.TYPE, before.keySet()));
            Company.until(basil, () -> "DONE".equals(set(basil, id).text("state")));
            assertThrows(ProblemException.class, () -> Departures.withdraw(basil.workspace(), id));
        }
    }

    /** Of nine campaigns each ninth number, and of 812 two are left. */
    private static Map<String, Long> numbersOfCampaigns() {
        return LongStream.rangeClosed(1, CompanyRows.CAMPAIGNS_OF_LEAVING)
                .boxed()
                .collect(Collectors.toMap("Campagne %03d"::formatted, campaign -> campaign <= 2 ? 91L : 90L));
    }

    private static Set<UUID> ids(OpenProfile open, Row customer) {
        return open.store().rows().holding(Did.TYPE, Did.TYPE.field("customerId"), List.of(customer.id())).stream()
                .map(Row::id)
                .collect(Collectors.toSet());
    }
}

package cadran.desktop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.EntityType;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The company is what the other tests say of it, on its server and on each computer. */
class CompanyTest {
    @TempDir
    Path folder;

    private static long count(OpenProfile open, EntityType<?> type, Filter... filters) {
        return open.store().rows().count(Query.unordered(type).where(java.util.List.of(filters)));
    }

    @Test
    void aComputerThatJoinsHasTheWholeCompany() throws Exception {
        try (var company = Company.in(folder)) {
            var anna = company.desktop("Anna Morel", Role.TELECOM);
            assertEquals(40_000, count(anna, Did.TYPE));
            assertEquals(120, count(anna, Customer.TYPE));
            assertEquals(600, count(anna, Campaign.TYPE));
            assertEquals(Instant.parse("2026-11-23T07:00:00Z"), company.clock.instant(), "eight o’clock in Paris");
            assertEquals(LocalDate.of(2026, 11, 23), anna.workspace().today());
            assertEquals(DayOfWeek.MONDAY, anna.workspace().today().getDayOfWeek());
            assertEquals(CompanyRows.CUSTOMERS, count(anna, Customer.TYPE));
            assertEquals(CompanyRows.CAMPAIGNS, count(anna, Campaign.TYPE));
            var leaving = new Filter.Whose(Customer.TYPE, "customerId", new Filter.Is("name", CompanyRows.LEAVING));
            assertEquals(CompanyRows.OF_LEAVING, count(anna, Did.TYPE, leaving));
            assertEquals(CompanyRows.CAMPAIGNS_OF_LEAVING, count(anna, Campaign.TYPE, leaving));
            assertEquals(
                    CompanyRows.OWNED_BY_LEAVING,
                    count(anna, Did.TYPE, new Filter.Is("contractHolder", CompanyRows.LEAVING)));
            assertEquals(
                    CompanyRows.OF_LEAVING,
                    count(
                            anna,
                            Assignment.TYPE,
                            new Filter.Whose(
                                    Campaign.TYPE,
                                    "campaignId",
                                    new Filter.Whose(
                                            Customer.TYPE, "customerId", new Filter.Is("name", CompanyRows.LEAVING)))));
            assertEquals(
                    CompanyRows.FREE_IN_SCARCE_REGION,
                    count(
                            anna,
                            Did.TYPE,
                            new Filter.Is("status", "AVAILABLE"),
                            new Filter.Whose(
                                    cadran.model.catalog.Region.TYPE,
                                    "regionId",
                                    new Filter.Is("code", CompanyRows.SCARCE_REGION))));
            company.cutOff();
            company.reconnect();
            Company.synced(anna);
            assertEquals(CompanyRows.NUMBERS, count(anna, Did.TYPE));
        }
    }
}

package cadran.server.organisations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.auth.SetUpRequest;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Registration;
import cadran.server.db.Database;
import cadran.server.db.DatabaseSettings;
import cadran.server.testing.People;
import cadran.server.testing.PostgresTest;
import cadran.server.testing.TestDatabases;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Each on a database in which nobody is. */
class SetUpTest {
    private static HttpResponse<String> setUp(People people, String code, String password) {
        return people.post(
                "/api/v1/auth/set-up",
                new SetUpRequest(
                        code,
                        "first-" + UUID.randomUUID() + "@example.com",
                        "Ada",
                        "en",
                        password,
                        People.consents(),
                        new Registration(OrganisationKind.B2B, "Exemple SA", "73282932000074", "FR44732829320"),
                        "Europe/Paris",
                        People.device()));
    }

    private static void setsUpOnce(Database database) throws Exception {
        try (database;
                var people = new People(database);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var earlier = people.identity.setUp().offer().orElseThrow();
            var code = people.identity.setUp().offer().orElseThrow();
            assertNotEquals(earlier, code);
            assertEquals("code.unknown", People.code(setUp(people, earlier, People.PASSWORD)));
            assertEquals("password.too_short", People.code(setUp(people, code, "admin")));

            List<Callable<Integer>> race = Collections.nCopies(
                    4, () -> setUp(people, code, People.PASSWORD).statusCode());
            var statuses = new ArrayList<Integer>();
            for (var each : threads.invokeAll(race)) statuses.add(each.get());
            assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
            assertEquals(3, Collections.frequency(statuses, 422), statuses.toString());
            assertEquals(Optional.empty(), people.identity.setUp().offer());
            long count = database.inPlatform(handle -> handle.createQuery("select count(*) from organisation")
                    .mapTo(Long.class)
                    .one());
            assertEquals(1, count);
        }
    }

    @Test
    void theFirstPersonComesWithTheCodeOfTheLog() throws Exception {
        setsUpOnce(TestDatabases.h2());
    }

    @PostgresTest
    void theFirstPersonComesWithTheCodeOfTheLogOnPostgres(DatabaseSettings settings) throws Exception {
        setsUpOnce(Database.open(settings));
    }

    @Test
    void theFirstPersonOperatesAndAdministers() {
        try (var database = TestDatabases.h2();
                var people = new People(database)) {
            var operator = people.operator();
            assertEquals(200, operator.get("/api/v1/organisations").statusCode());
            assertEquals(200, operator.get("/api/v1/users").statusCode());
        }
    }

    @Test
    void theLocalAdministratorIsMadeOnceAndHasNoPassword() {
        try (var database = TestDatabases.h2();
                var people = new People(database)) {
            var local = people.identity.localAdministrator();
            var wanted = new LocalAdministrator.Wanted("Cet ordinateur", "Marie", "fr", "Europe/Paris");
            var first = local.ensure(wanted, People.device());
            var again = local.ensure(wanted, People.device());
            assertEquals(first.organisation(), again.organisation());
            assertEquals(first.user(), again.user());
            var answer =
                    cadran.server.testing.SignedIn.with(people.http, again.accessToken(), "GET", "/api/v1/users", null);
            assertEquals(200, answer.statusCode());
            assertFalse(people.identity.setUp().offer().isPresent());
            for (String password : List.of("", "local", People.PASSWORD)) {
                assertEquals(
                        401,
                        people.trySignIn("local", password, null, People.device())
                                .statusCode());
            }
            assertTrue(people.audit
                    .verify(database, new cadran.model.ids.OrganisationId(first.organisation()))
                    .isEmpty());
        }
    }
}

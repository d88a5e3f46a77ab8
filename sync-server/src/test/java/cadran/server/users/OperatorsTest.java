package cadran.server.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.organisations.Operator;
import cadran.model.organisations.Role;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.People;
import cadran.server.testing.SignedIn;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class OperatorsTest {
    private static final String OPERATORS = "/api/v1/operators";

    private static String path(SignedIn who) {
        return OPERATORS + "/" + who.tokens().user();
    }

    private static void make(SignedIn operator, SignedIn who) {
        var answer = operator.post(OPERATORS, new Operator.Request(who.email()));
        assertEquals(201, answer.statusCode(), answer.body());
    }

    @DatabaseTest
    void anOperatorMakesAnotherAndTakesItBack(Database db) {
        try (var people = new People(db)) {
            var operator = people.operator();
            var other = people.organisation("Exploitants");
            assertEquals(403, other.get("/api/v1/organisations").statusCode());
            make(operator, other);
            make(operator, other);
            assertEquals(200, other.get("/api/v1/organisations").statusCode());
            var list = operator.get(OPERATORS).body();
            assertTrue(list.contains(operator.email()) && list.contains(other.email()), list);
            assertEquals(204, operator.delete(path(other)).statusCode());
            assertEquals(403, other.get("/api/v1/organisations").statusCode());
            assertEquals("row.not_found", People.code(operator.delete(path(other))));
            var actions = db.inOrganisation(
                    operator.organisation(),
                    tx -> tx.handle()
                            .createQuery("""
                                    select action from audit_entry
                                    where org_id = :org and entity_id = :id and action like 'operator.%' order by seq
                                    """)
                            .bind("org", tx.organisation().value())
                            .bind("id", other.tokens().user().toString())
                            .mapTo(String.class)
                            .list());
            assertEquals(List.of("operator.made", "operator.dismissed"), actions, "once, though asked for twice");
        }
    }

    @DatabaseTest
    void whoIsUnknownOrHasNoPasswordIsNotMadeOne(Database db) {
        try (var people = new People(db)) {
            for (String email : List.of("nobody@example.com", "local")) {
                var answer = people.operator().post(OPERATORS, new Operator.Request(email));
                assertEquals(404, answer.statusCode(), answer.body());
            }
        }
    }

    @DatabaseTest
    void theLastOneWhoCanSignInStays(Database db) {
        try (var people = new People(db)) {
            var operator = people.operator();
            assertEquals("user.last_operator", People.code(operator.delete(path(operator))));
            var second = people.member(operator, Role.ADMIN);
            var leave = "/api/v1/users/" + operator.tokens().user() + "/deactivate";
            assertEquals("user.last_operator", People.code(operator.post(leave, null)));
            make(operator, second);
            // An operator who was deactivated everywhere does not count.
            var away = people.member(operator, Role.VIEWER);
            make(operator, away);
            operator.post("/api/v1/users/" + away.tokens().user() + "/deactivate", null);
            assertEquals(204, operator.delete(path(second)).statusCode());
            assertEquals("user.last_operator", People.code(operator.delete(path(operator))));
            operator.delete(path(away));
        }
    }

    @DatabaseTest
    void twoWhoDismissEachOtherAtOnceLeaveOne(Database db) throws Exception {
        try (var people = new People(db);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = people.operator();
            var two = people.organisation("Duel");
            make(one, two);
            List<Callable<Integer>> both = List.of(
                    () -> one.delete(path(two)).statusCode(),
                    () -> two.delete(path(one)).statusCode());
            int done = 0;
            for (var each : threads.invokeAll(both)) if (each.get() == 204) done++;
            assertEquals(1, done);
            boolean oneIsLeft = one.get(OPERATORS).statusCode() == 200;
            if (!oneIsLeft) make(two, one);
            assertFalse(one.get(OPERATORS).body().isEmpty());
            assertEquals(oneIsLeft ? 403 : 200, two.get(OPERATORS).statusCode());
            if (!oneIsLeft) one.delete(path(two));
        }
    }
}

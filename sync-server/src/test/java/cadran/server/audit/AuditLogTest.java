package cadran.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.ids.DeviceId;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.server.db.Database;
import cadran.server.db.DatabaseSettings;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.PostgresTest;
import cadran.server.testing.SettableClock;
import cadran.server.testing.TestDatabases;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AuditLogTest {
    private final OrganisationId ours = new OrganisationId(UUID.randomUUID());
    private final OrganisationId theirs = new OrganisationId(UUID.randomUUID());
    private final Actor actor = Actor.of(new UserId(UUID.randomUUID()), new DeviceId(UUID.randomUUID()));
    private final AuditLog log = new AuditLog(new SettableClock(), new SecureRandom());

    private void append(Database db, OrganisationId organisation, String entityId) {
        db.inOrganisation(organisation, tx -> {
            log.append(
                    tx,
                    actor,
                    "customer.changed",
                    "customer",
                    entityId,
                    AuditDetails.none().changed("name", "Dupont", "Dupond").changed("discount", 1, null));
            return tx;
        });
    }

    private static int sql(Database db, OrganisationId organisation, String sql) {
        return db.inOrganisation(
                organisation,
                tx -> tx.handle()
                        .createUpdate(sql)
                        .bind("org", organisation.value())
                        .execute());
    }

    @DatabaseTest
    void anUntouchedLogIsWhole(Database db) {
        for (int i = 0; i < 5; i++) append(db, ours, "c" + i);
        append(db, theirs, "c");
        assertEquals(Optional.empty(), log.verify(db, ours));
        assertEquals(Optional.empty(), log.verify(db, theirs));
        assertTrue(log.organisations(db).contains(ours));
    }

    @DatabaseTest
    void whatIsRolledBackLeavesNoEntryAndNoGap(Database db) {
        append(db, ours, "a");
        assertThrows(
                IllegalStateException.class,
                () -> db.inOrganisation(ours, tx -> {
                    log.append(tx, actor, "customer.changed", "customer", "b", AuditDetails.none());
                    throw new IllegalStateException("on purpose");
                }));
        append(db, ours, "c");
        assertEquals(Optional.empty(), log.verify(db, ours));
    }

    @DatabaseTest
    void manyWritersAtOnceMakeOneChain(Database db) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                var id = "c" + i;
                threads.execute(() -> append(db, ours, id));
            }
        }
        assertEquals(Optional.empty(), log.verify(db, ours));
        long count = db.inOrganisation(
                ours,
                tx -> tx.handle()
                        .createQuery("select count(*) from audit_entry where org_id = :org")
                        .bind("org", ours.value())
                        .mapTo(Long.class)
                        .one());
        assertEquals(40, count);
    }

    @DatabaseTest
    void erasedDetailsLeaveTheChainWhole(Database db) {
        append(db, ours, "a");
        append(db, ours, "b");
        assertEquals(1, (int) db.inOrganisation(ours, tx -> log.erase(tx, "customer", "a")));
        assertEquals(Optional.empty(), log.verify(db, ours));
    }

    /** On H2, because on PostgreSQL the server's role may not even try, see below. */
    @Test
    void everyKindOfTamperingIsFoundAtItsPlace() {
        try (var db = TestDatabases.h2()) {
            tamper(db);
        }
    }

    private void tamper(Database db) {
        var tamperings = Map.of(
                "update audit_entry set details = '{}' where org_id = :org and seq = 3", 3L,
                "update audit_entry set action = 'nothing' where org_id = :org and seq = 2", 2L,
                "update audit_entry set user_id = null where org_id = :org and seq = 4", 4L,
                "update audit_entry set digest = chain where org_id = :org and seq = 2", 2L,
                "update audit_entry set salt = null where org_id = :org and seq = 1", 1L,
                "delete from audit_entry where org_id = :org and seq = 3", 3L,
                "delete from audit_entry where org_id = :org and seq = 5", 5L,
                "update audit_entry set seq = 6 where org_id = :org and seq = 5", 5L,
                "delete from audit_head where organisation_id = :org", 6L);
        tamperings.forEach((sql, seq) -> {
            var organisation = new OrganisationId(UUID.randomUUID());
            for (int i = 0; i < 5; i++) append(db, organisation, "c" + i);
            assertEquals(1, sql(db, organisation, sql));
            assertEquals(seq, log.verify(db, organisation).orElseThrow().seq(), sql);
        });
    }

    @PostgresTest
    void theServerItselfCanOnlyErase(DatabaseSettings settings) {
        try (var db = Database.open(settings)) {
            tryToRewrite(db);
        }
    }

    private void tryToRewrite(Database db) {
        append(db, ours, "a");
        for (String sql : new String[] {
            "delete from audit_entry where org_id = :org",
            "update audit_entry set action = 'nothing' where org_id = :org",
            "update audit_entry set details = '{}' where org_id = :org",
            "delete from audit_head where organisation_id = :org"
        }) {
            assertThrows(RuntimeException.class, () -> sql(db, ours, sql), sql);
        }
        assertEquals(Optional.empty(), log.verify(db, ours));
    }

    @Test
    void secretsAndWholeObjectsDoNotGetIn() {
        var details = AuditDetails.none();
        for (String field : new String[] {"password", "newPassword", "apiKey", "refreshToken", "passwordHash"}) {
            assertThrows(IllegalArgumentException.class, () -> details.with(field, "x"), field);
        }
        assertThrows(IllegalArgumentException.class, () -> details.with("account", actor));
        assertEquals("{}", details.canonical());
    }

    @Test
    void theSameContentHasOneSpelling() {
        assertEquals(
                AuditDetails.none().with("b", 1).with("a", "é").canonical(),
                AuditDetails.none().with("a", "é").with("b", 1).canonical());
    }
}

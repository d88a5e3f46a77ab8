package cadran.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.ids.OrganisationId;
import cadran.server.testing.DatabaseTest;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

class DatabaseDoorsTest {
    private final OrganisationId ours = new OrganisationId(UUID.randomUUID());
    private final OrganisationId theirs = new OrganisationId(UUID.randomUUID());

    @DatabaseTest
    void whatIsCommittedIsSeenByTheNextTransaction(Database db) {
        insert(db, ours, "a");
        assertEquals(1, count(db, ours));
        assertEquals(0, count(db, theirs));
    }

    @DatabaseTest
    void aFailureRollsEverythingBack(Database db) {
        assertThrows(
                IllegalArgumentException.class,
                () -> db.inOrganisation(ours, tx -> {
                    write(tx, "a");
                    throw new IllegalArgumentException("on purpose");
                }));
        assertEquals(0, count(db, ours));
    }

    /** After a collision somebody may have been there before, and then somebody else. */
    @DatabaseTest
    void whatIsThereAlreadyIsLookedAtAgainAlsoAfterACollision(Database db) {
        insert(db, ours, "a");
        var attempts = new AtomicInteger();
        db.inOrganisation(ours, tx -> switch (attempts.incrementAndGet()) {
            case 1 -> throw new CollisionException("on purpose");
            case 2, 3 -> write(tx, "a");
            default -> write(tx, "b");
        });
        assertEquals(4, attempts.get());
        assertEquals(2, count(db, ours));
    }

    @DatabaseTest
    void aSnapshotSeesOneStateWhileOthersCommit(Database db) {
        insert(db, ours, "a");
        var counts = db.inSnapshot(ours, tx -> {
            long before = count(tx);
            inAnotherThread(() -> insert(db, ours, "c"));
            return new long[] {before, count(tx)};
        });
        assertEquals(1, counts[0]);
        assertEquals(1, counts[1]);
    }

    @DatabaseTest
    void aSnapshotCanNotBeWrittenTo(Database db) {
        assertThrows(RuntimeException.class, () -> db.inSnapshot(ours, tx -> write(tx, "a")));
        assertEquals(0, count(db, ours));
    }

    @DatabaseTest
    void aTransactionInsideATransactionIsRefused(Database db) {
        var refused = assertThrows(
                IllegalStateException.class, () -> db.inOrganisation(ours, tx -> db.inPlatform(handle -> 1)));
        assertTrue(String.valueOf(refused.getMessage()).contains("inside"));
    }

    static void inAnotherThread(Runnable work) {
        try {
            Thread.ofVirtual().start(work).join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static int insert(Database db, OrganisationId organisation, String name) {
        return db.inOrganisation(organisation, tx -> write(tx, name));
    }

    private static int write(Tx tx, String name) {
        return tx.handle()
                .createUpdate("""
                        insert into blob (org_id, sha256, size, media_type, created_at)
                        values (:org, :name, 1, 'text/plain', current_timestamp)
                        """)
                .bind("org", tx.organisation().value())
                .bind("name", name)
                .execute();
    }

    private static long count(Database db, OrganisationId organisation) {
        return db.inOrganisation(organisation, DatabaseDoorsTest::count);
    }

    private static long count(Tx tx) {
        return tx.handle()
                .createQuery("select count(*) from blob where org_id = :org")
                .bind("org", tx.organisation().value())
                .mapTo(Long.class)
                .one();
    }
}

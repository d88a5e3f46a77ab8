package cadran.server.sync;

import cadran.model.ids.OrganisationId;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.jobs.EachOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * Shortens the change log: of each row the newest pointer is enough (for each who may see it), and who has been away for
 * half a year starts anew. Below the floor there are neither tombstones nor hashes; a cursor from there is told so.
 */
public final class Compaction {
    /** Nobody is between two pages of one pull for so long; only those would see their own edit go and come back. */
    private static final Duration SETTLED = Duration.ofDays(1);
    /** How long somebody may be away and still only read what changed. */
    private static final Duration KEPT = Duration.ofDays(180);
    /** Changes looked at in one transaction, so that none runs for long. */
    private static final int AT_ONCE = 20_000;

    private final Database database;
    private final Feed feed;
    private final InstantSource clock;

    Compaction(Database database, Feed feed, InstantSource clock) {
        this.database = database;
        this.feed = feed;
        this.clock = clock;
    }

    public void run() {
        new EachOrganisation(database).run(this::run);
    }

    void run(OrganisationId organisation) {
        long settled = database.inOrganisation(
                organisation, tx -> lastBatch(tx, clock.instant().minus(SETTLED)));
        for (long from = 0; from < settled; from += AT_ONCE) {
            long first = from;
            long last = Math.min(settled, from + AT_ONCE);
            database.inOrganisation(organisation, tx -> dropSuperseded(tx, first, last));
        }
        long floor = database.inOrganisation(organisation, tx -> raiseFloor(tx));
        database.inOrganisation(organisation, tx -> dropBelow(tx, floor));
    }

    private static long lastBatch(Tx tx, Instant before) {
        return tx.handle()
                .createQuery("select coalesce(max(seq), 0) from feed_batch where org_id = :org and made_at < :before")
                .bind("org", tx.organisation().value())
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
    }

    private static int dropSuperseded(Tx tx, long from, long to) {
        return tx.handle()
                .createUpdate("""
                        delete from change_log where org_id = :org and seq > :from and seq <= :to and exists (
                          select 1 from change_log newer where newer.org_id = change_log.org_id
                            and newer.row_id = change_log.row_id and newer.audience = change_log.audience
                            and newer.seq > change_log.seq)
                        """)
                .bind("org", tx.organisation().value())
                .bind("from", from)
                .bind("to", to)
                .execute();
    }

    /** With the feed's lock: who compares hashes must see either the old floor and the hashes, or the new one. */
    private long raiseFloor(Tx tx) {
        var head = feed.lock(tx);
        long floor = Math.max(head.floor(), lastBatch(tx, clock.instant().minus(KEPT)));
        if (floor > head.floor()) {
            tx.handle()
                    .createUpdate("update org_feed set floor_seq = :floor where org_id = :org")
                    .bind("org", tx.organisation().value())
                    .bind("floor", floor)
                    .execute();
        }
        return floor;
    }

    private static int dropBelow(Tx tx, long floor) {
        int hashes = tx.handle()
                .createUpdate("delete from feed_batch where org_id = :org and seq < :floor")
                .bind("org", tx.organisation().value())
                .bind("floor", floor)
                .execute();
        return hashes
                + tx.handle()
                        .createUpdate("delete from change_log where org_id = :org and seq <= :floor and deleted")
                        .bind("org", tx.organisation().value())
                        .bind("floor", floor)
                        .execute();
    }
}

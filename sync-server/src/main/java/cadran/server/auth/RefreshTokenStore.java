package cadran.server.auth;

import cadran.server.db.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code refresh_token}: hashes only. */
final class RefreshTokenStore {
    record Stored(long generation, boolean used) {}

    void insert(Tx tx, UUID session, String hash, long generation, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into refresh_token (org_id, session_id, hash, generation, issued_at)
                        values (:org, :session, :hash, :generation, :now)
                        """)
                .bind("org", tx.organisation().value())
                .bind("session", session)
                .bind("hash", hash)
                .bind("generation", generation)
                .bind("now", Times.utc(now))
                .execute();
    }

    Optional<Stored> find(Tx tx, UUID session, String hash) {
        return tx.handle()
                .createQuery("""
                        select generation, used_at from refresh_token
                        where org_id = :org and session_id = :session and hash = :hash
                        """)
                .bind("org", tx.organisation().value())
                .bind("session", session)
                .bind("hash", hash)
                .map((row, context) -> new Stored(row.getLong("generation"), Times.readIfAny(row, "used_at") != null))
                .findOne();
    }

    void markUsed(Tx tx, UUID session, String hash, Instant now) {
        tx.handle()
                .createUpdate("""
                        update refresh_token set used_at = :now
                        where org_id = :org and session_id = :session and hash = :hash
                        """)
                .bind("now", Times.utc(now))
                .bind("org", tx.organisation().value())
                .bind("session", session)
                .bind("hash", hash)
                .execute();
    }

    int countOf(Tx tx, UUID session, long generation) {
        return tx.handle()
                .createQuery("""
                        select count(*) from refresh_token
                        where org_id = :org and session_id = :session and generation = :generation
                        """)
                .bind("org", tx.organisation().value())
                .bind("session", session)
                .bind("generation", generation)
                .mapTo(Integer.class)
                .one();
    }

    /** Old enough that showing one again is no alarm any more but plainly unknown. */
    void forget(Tx tx, UUID session, long beforeGeneration, Instant before) {
        tx.handle()
                .createUpdate("""
                        delete from refresh_token
                        where org_id = :org and session_id = :session and generation < :generation
                          and issued_at < :before
                        """)
                .bind("org", tx.organisation().value())
                .bind("session", session)
                .bind("generation", beforeGeneration)
                .bind("before", Times.utc(before))
                .execute();
    }
}

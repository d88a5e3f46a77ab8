package cadran.server.auth;

import cadran.server.db.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;

/** The rows of {@code sign_in_limit}. */
final class SignInLimitStore {
    /** Long ago, and not "now": a clock that is set back must not block anybody. */
    private static final OffsetDateTime FREE = Times.utc(Instant.EPOCH);

    record Limit(int failures, Instant lastAt, Instant blockedUntil) {}

    /** In a transaction of its own, so that two first attempts at once don't wait for each other's password. */
    void ensure(Database database, String subject, Instant now) {
        database.inPlatform(handle -> handle.createUpdate("""
                        insert into sign_in_limit (subject, failures, known_device, last_at, blocked_until)
                        select cast(:subject as char(64)), 0, false, cast(:now as timestamp with time zone),
                          cast(:free as timestamp with time zone)
                        where not exists (select 1 from sign_in_limit where subject = :subject)
                        """)
                .bind("subject", subject)
                .bind("now", Times.utc(now))
                .bind("free", FREE)
                .execute());
    }

    Limit lock(Handle handle, String subject) {
        return handle.createQuery("""
                        select failures, last_at, blocked_until from sign_in_limit where subject = :subject for update
                        """)
                .bind("subject", subject)
                .map((row, context) ->
                        new Limit(row.getInt("failures"), Times.read(row, "last_at"), Times.read(row, "blocked_until")))
                .findOne()
                .orElse(new Limit(0, Instant.EPOCH, Instant.EPOCH));
    }

    void update(Handle handle, String subject, int failures, Instant now, Instant blockedUntil) {
        handle.createUpdate("""
                        update sign_in_limit set failures = :failures, last_at = :now, blocked_until = :until
                        where subject = :subject
                        """)
                .bind("failures", failures)
                .bind("now", Times.utc(now))
                .bind("until", Times.utc(blockedUntil))
                .bind("subject", subject)
                .execute();
    }

    boolean isKnown(Handle handle, String subject) {
        return handle.createQuery("select known_device from sign_in_limit where subject = :subject")
                .bind("subject", subject)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    void markKnown(Handle handle, String subject, Instant now) {
        handle.createUpdate("""
                        update sign_in_limit set failures = 0, known_device = true, last_at = :now, blocked_until = :free
                        where subject = :subject
                        """)
                .bind("now", Times.utc(now))
                .bind("free", FREE)
                .bind("subject", subject)
                .execute();
    }

    /** Not a delete: an attempt that waits for the row would be counted nowhere. */
    void reset(Handle handle, String subject) {
        handle.createUpdate("update sign_in_limit set failures = 0, blocked_until = :free where subject = :subject")
                .bind("free", FREE)
                .bind("subject", subject)
                .execute();
    }

    void takeBack(Handle handle, String subject) {
        handle.createUpdate("""
                        update sign_in_limit
                        set failures = case when failures > 0 then failures - 1 else 0 end, blocked_until = :free
                        where subject = :subject
                        """).bind("free", FREE).bind("subject", subject).execute();
    }

    int purge(Handle handle, Instant strangersBefore, Instant devicesBefore) {
        return handle.createUpdate("""
                        delete from sign_in_limit
                        where (not known_device and last_at < :strangers) or last_at < :devices
                        """)
                .bind("strangers", Times.utc(strangersBefore))
                .bind("devices", Times.utc(devicesBefore))
                .execute();
    }
}

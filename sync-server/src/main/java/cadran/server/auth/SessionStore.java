package cadran.server.auth;

import cadran.model.ids.UserId;
import cadran.server.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code session}. */
final class SessionStore {
    void insert(Tx tx, Session session) {
        tx.handle()
                .createUpdate("""
                        insert into session (org_id, id, user_id, device_id, device_name, address, created_at,
                          seen_at, expires_at, epoch, generation)
                        values (:org, :id, :user, :device, :deviceName, :address, :created,
                          :seen, :expires, :epoch, :generation)
                        """)
                .bind("org", tx.organisation().value())
                .bind("id", session.id())
                .bind("user", session.user().value())
                .bind("device", session.deviceId())
                .bind("deviceName", session.deviceName())
                .bind("address", session.address())
                .bind("created", Times.utc(session.createdAt()))
                .bind("seen", Times.utc(session.seenAt()))
                .bind("expires", Times.utc(session.expiresAt()))
                .bind("epoch", session.epoch())
                .bind("generation", session.generation())
                .execute();
    }

    /** Whoever holds the row decides alone about the tokens of its family. */
    Optional<Session> lock(Tx tx, UUID id) {
        return tx.handle()
                .createQuery("select * from session where org_id = :org and id = :id for update")
                .bind("org", tx.organisation().value())
                .bind("id", id)
                .map((row, context) -> session(row))
                .findOne();
    }

    List<Session> live(Tx tx, UserId user, Instant now) {
        return tx.handle()
                .createQuery("""
                        select s.* from session s join app_user u on u.id = s.user_id and u.epoch = s.epoch
                        where s.org_id = :org and s.user_id = :user and s.revoked_at is null and s.expires_at > :now
                        order by s.seen_at desc, s.id
                        """)
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .bind("now", Times.utc(now))
                .map((row, context) -> session(row))
                .list();
    }

    void advance(Tx tx, Session session, long generation, Instant now, Instant expiresAt, String address) {
        tx.handle()
                .createUpdate("""
                        update session set generation = :generation, seen_at = :now, expires_at = :expires,
                          address = :address
                        where org_id = :org and id = :id
                        """)
                .bind("generation", generation)
                .bind("now", Times.utc(now))
                .bind("expires", Times.utc(expiresAt))
                .bind("address", address)
                .bind("org", tx.organisation().value())
                .bind("id", session.id())
                .execute();
    }

    /** The device on which a password was replaced goes on; all others have an older epoch. */
    void carryOver(Tx tx, UserId user, UUID device) {
        tx.handle()
                .createUpdate("""
                        update session set epoch = (select u.epoch from app_user u where u.id = :user)
                        where org_id = :org and user_id = :user and device_id = :device and revoked_at is null
                          and epoch = (select u.epoch - 1 from app_user u where u.id = :user)
                        """)
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .bind("device", device)
                .execute();
    }

    int revoke(Tx tx, UserId user, UUID id, Instant now) {
        return tx.handle()
                .createUpdate("""
                        update session set revoked_at = :now
                        where org_id = :org and id = :id and user_id = :user and revoked_at is null
                        """)
                .bind("now", Times.utc(now))
                .bind("org", tx.organisation().value())
                .bind("id", id)
                .bind("user", user.value())
                .execute();
    }

    int revokeDevice(Tx tx, UserId user, UUID device, Instant now) {
        return tx.handle()
                .createUpdate("""
                        update session set revoked_at = :now
                        where org_id = :org and user_id = :user and device_id = :device and revoked_at is null
                        """)
                .bind("now", Times.utc(now))
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .bind("device", device)
                .execute();
    }

    int revokeAll(Tx tx, UserId user, Instant now) {
        return tx.handle()
                .createUpdate("""
                        update session set revoked_at = :now
                        where org_id = :org and user_id = :user and revoked_at is null
                        """)
                .bind("now", Times.utc(now))
                .bind("org", tx.organisation().value())
                .bind("user", user.value())
                .execute();
    }

    private static Session session(ResultSet row) throws SQLException {
        var revoked = Times.readIfAny(row, "revoked_at");
        return new Session(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getObject("device_id", UUID.class),
                row.getString("device_name"),
                row.getString("address"),
                Times.read(row, "created_at"),
                Times.read(row, "seen_at"),
                Times.read(row, "expires_at"),
                row.getInt("epoch"),
                row.getLong("generation"),
                revoked);
    }
}

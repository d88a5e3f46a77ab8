package cadran.server.auth;

import cadran.model.organisations.ApiKey;
import cadran.model.organisations.Permission;
import cadran.server.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code api_key}. */
final class ApiKeyStore {
    void insert(Tx tx, ApiKey key, String secretHash) {
        tx.handle()
                .createUpdate("""
                        insert into api_key (org_id, id, name, secret_hash, permissions, made_by, created_at, expires_at)
                        values (:org, :id, :name, :hash, :permissions, :maker, :created, :expires)
                        """)
                .bind("org", tx.organisation().value())
                .bind("id", key.id())
                .bind("name", key.name())
                .bind("hash", secretHash)
                .bind("permissions", CodeList.write(Permission.class, key.permissions()))
                .bind("maker", key.madeBy())
                .bind("created", key.createdAt())
                .bind("expires", key.expiresAt())
                .execute();
    }

    List<ApiKey> list(Tx tx) {
        return tx.handle()
                .createQuery("""
                        select * from api_key where org_id = :org and revoked_at is null order by created_at desc, id
                        """)
                .bind("org", tx.organisation().value())
                .map((row, context) -> key(row))
                .list();
    }

    Optional<ApiKey> find(Tx tx, UUID id) {
        return tx.handle()
                .createQuery("select * from api_key where org_id = :org and id = :id and revoked_at is null")
                .bind("org", tx.organisation().value())
                .bind("id", id)
                .map((row, context) -> key(row))
                .findOne();
    }

    boolean revoke(Tx tx, UUID id, Instant now) {
        return tx.handle()
                        .createUpdate("""
                                update api_key set revoked_at = :now
                                where org_id = :org and id = :id and revoked_at is null
                                """)
                        .bind("now", now)
                        .bind("org", tx.organisation().value())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    int noteUse(Tx tx, UUID id, Instant now) {
        return tx.handle()
                .createUpdate("update api_key set used_at = :now where org_id = :org and id = :id")
                .bind("now", now)
                .bind("org", tx.organisation().value())
                .bind("id", id)
                .execute();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                List.copyOf(CodeList.read(Permission.class, row.getString("permissions"))),
                row.getObject("made_by", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}

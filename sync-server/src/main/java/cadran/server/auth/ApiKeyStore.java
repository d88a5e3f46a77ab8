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
                .bind("created", Times.utc(key.createdAt()))
                .bind("expires", Times.utc(key.expiresAt()))
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
                        .bind("now", Times.utc(now))
                        .bind("org", tx.organisation().value())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    int noteUse(Tx tx, UUID id, Instant now) {
        return tx.handle()
                .createUpdate("update api_key set used_at = :now where org_id = :org and id = :id")
                .bind("now", Times.utc(now))
                .bind("org", tx.organisation().value())
                .bind("id", id)
                .execute();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        var used = Times.readIfAny(row, "used_at");
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                List.copyOf(CodeList.read(Permission.class, row.getString("permissions"))),
                row.getObject("made_by", UUID.class),
                Times.read(row, "created_at"),
                Times.read(row, "expires_at"),
                used);
    }
}

package cadran.server.audit;

import cadran.model.ids.DeviceId;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.server.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tables {@code audit_entry} and {@code audit_head}. */
final class AuditStore {
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Head(long seq, byte[] chain) {}

    Optional<Head> head(Tx tx, boolean lock) {
        return tx.handle()
                .createQuery(
                        "select seq, chain from audit_head where organisation_id = :org" + (lock ? " for update" : ""))
                .bind("org", tx.organisation().value())
                .map((row, context) -> new Head(row.getLong("seq"), row.getBytes("chain")))
                .findOne();
    }

    void begin(Tx tx, Head head) {
        tx.handle()
                .createUpdate("insert into audit_head (organisation_id, seq, chain) values (:org, :seq, :chain)")
                .bind("org", tx.organisation().value())
                .bind("seq", head.seq())
                .bind("chain", head.chain())
                .execute();
    }

    void move(Tx tx, Head head) {
        tx.handle()
                .createUpdate("update audit_head set seq = :seq, chain = :chain where organisation_id = :org")
                .bind("org", tx.organisation().value())
                .bind("seq", head.seq())
                .bind("chain", head.chain())
                .execute();
    }

    void insert(Tx tx, List<AuditEntry> entries) {
        try (var batch = tx.handle().prepareBatch("""
                insert into audit_entry (org_id, seq, at, user_id, device_id, api_key_id,
                  action, entity, entity_id, subject, audience, edit, details, salt, digest, chain)
                values (:org, :seq, :at, cast(:user as uuid), cast(:device as uuid), cast(:apiKey as uuid),
                  :action, :entity, :entityId, cast(:subject as uuid), cast(:audience as uuid), cast(:edit as uuid), :details, :salt, :digest, :chain)
                """)) {
            for (AuditEntry entry : entries) {
                var actor = entry.actor();
                var place = entry.place();
                batch.bind("org", tx.organisation().value())
                        .bind("seq", entry.seq())
                        .bind("at", entry.at().atOffset(ZoneOffset.UTC))
                        .bindByType(
                                "user",
                                actor.user() == null ? null : actor.user().value(),
                                UUID.class)
                        .bindByType(
                                "device",
                                actor.device() == null ? null : actor.device().value(),
                                UUID.class)
                        .bindByType("apiKey", actor.apiKey(), UUID.class)
                        .bind("action", entry.action())
                        .bind("entity", entry.entity())
                        .bind("entityId", entry.entityId())
                        .bindByType("subject", place == null ? null : place.subject(), UUID.class)
                        .bindByType("audience", place == null ? null : place.audience(), UUID.class)
                        .bindByType("edit", place == null ? null : place.edit(), UUID.class)
                        .bind("details", entry.details())
                        .bind("salt", entry.salt())
                        .bind("digest", entry.digest())
                        .bind("chain", entry.chain())
                        .add();
            }
            batch.execute();
        }
    }

    List<AuditEntry> after(Tx tx, long seq, int limit) {
        return tx.handle()
                .createQuery("""
                        select * from audit_entry where org_id = :org and seq > :seq order by org_id, seq limit :limit
                        """)
                .bind("org", tx.organisation().value())
                .bind("seq", seq)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list();
    }

    int erase(Tx tx, String entity, String entityId) {
        return tx.handle()
                .createUpdate("""
                        update audit_entry set details = null, salt = null
                        where org_id = :org and entity = :entity and entity_id = :entityId and details is not null
                        """)
                .bind("org", tx.organisation().value())
                .bind("entity", entity)
                .bind("entityId", entityId)
                .execute();
    }

    List<OrganisationId> organisations(Handle handle) {
        return handle.createQuery("select organisation_id from audit_head order by organisation_id")
                .map((row, context) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        var user = row.getObject("user_id", UUID.class);
        var device = row.getObject("device_id", UUID.class);
        var actor = new Actor(
                user == null ? null : new UserId(user),
                device == null ? null : new DeviceId(device),
                row.getObject("api_key_id", UUID.class));
        return new AuditEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor,
                row.getString("action"),
                row.getString("entity"),
                row.getString("entity_id"),
                null,
                row.getString("details"),
                row.getBytes("salt"),
                row.getBytes("digest"),
                row.getBytes("chain"));
    }
}

package cadran.server.audit;

import cadran.model.audit.AuditLine;
import cadran.model.audit.AuditPage;
import cadran.model.wire.Json;
import cadran.server.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Entries of the log with the names that people know. */
public final class AuditLines {
    private final AuditStore store = new AuditStore();

    public AuditPage page(Tx tx, long before, int limit) {
        var items = tx.handle()
                .createQuery("""
                        select e.seq, e.at, e.user_id, e.action, e.entity, e.entity_id, e.details,
                          (select u.name from app_user u where u.id = e.user_id) as user_name,
                          (select k.name from api_key k
                            where k.org_id = e.org_id and k.id = e.api_key_id) as key_name,
                          (select max(s.device_name) from session s
                            where s.org_id = e.org_id and s.user_id = e.user_id
                              and s.device_id = e.device_id) as device_name
                        from audit_entry e
                        where e.org_id = :org and e.seq < :before order by e.org_id desc, e.seq desc limit :limit
                        """)
                .bind("org", tx.organisation().value())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> line(row))
                .list();
        return new AuditPage(store.head(tx, false).map(AuditStore.Head::seq).orElse(0L), items);
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        var details = row.getString("details");
        return new AuditLine(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                row.getString("key_name"),
                row.getString("device_name"),
                row.getString("action"),
                row.getString("entity"),
                row.getString("entity_id"),
                details == null ? null : changes(details));
    }

    static List<AuditLine.Change> changes(String details) {
        return Json.MAPPER
                .readTree(details)
                .propertyStream()
                .map(field -> new AuditLine.Change(
                        field.getKey(),
                        text(field.getValue().get(0)),
                        text(field.getValue().get(1))))
                .toList();
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value.asString();
    }
}

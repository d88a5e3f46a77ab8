package cadran.server.sync;

import cadran.model.sync.Row;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What was changed in synced rows, field by field, as the audit log keeps it. */
final class ChangeAudit {
    private final AuditLog log;

    ChangeAudit(AuditLog log) {
        this.log = log;
    }

    void append(Tx tx, List<ApplyBatch.Decided> decided) {
        var entries = new ArrayList<AuditLog.Told>();
        for (var one : decided) {
            if (!one.isChange()) continue;
            var row = Objects.requireNonNull(one.row() == null ? one.before() : one.row());
            var action = one.row() == null ? "delete" : one.before() == null ? "create" : "change";
            entries.add(new AuditLog.Told(
                    one.submission().author().actor(),
                    action,
                    row.type().name(),
                    row.id().toString(),
                    details(one, row),
                    place(tx, one, row)));
        }
        log.append(tx, entries);
    }

    private static AuditLog.Place place(Tx tx, ApplyBatch.Decided decided, Row row) {
        var operation = decided.submission().operation();
        var audience = row.audience().equals(tx.organisation().value()) ? null : row.audience();
        return new AuditLog.Place(
                subject(row), audience, Objects.requireNonNullElse(operation.group(), operation.id()));
    }

    /** What a row is a part of first is what people look at to see what became of it. */
    private static UUID subject(Row row) {
        var owners = row.type().owners();
        return owners.isEmpty() ? row.id() : Objects.requireNonNull(row.reference(owners.getFirst()));
    }

    private static AuditDetails details(ApplyBatch.Decided decided, Row either) {
        Row before = decided.before();
        Row after = decided.row();
        var details = AuditDetails.none();
        var reason = decided.submission().operation().reason();
        if (reason != null && !reason.isBlank()) details.with(AuditDetails.REASON, reason.strip());
        either.type().fields().forEach(field -> {
            Object was = before == null ? null : before.get(field.name());
            Object is = after == null ? null : after.get(field.name());
            if (!Objects.equals(was, is)) details.changed(field.name(), was, is);
        });
        return details;
    }
}

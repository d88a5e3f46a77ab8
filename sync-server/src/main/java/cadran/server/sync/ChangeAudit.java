package cadran.server.sync;

import cadran.model.sync.Row;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
                    details(one.before(), one.row(), row)));
        }
        log.append(tx, entries);
    }

    private static AuditDetails details(@Nullable Row before, @Nullable Row after, Row either) {
        var details = AuditDetails.none();
        either.type().fields().forEach(field -> {
            Object was = before == null ? null : before.get(field.name());
            Object is = after == null ? null : after.get(field.name());
            if (!Objects.equals(was, is)) details.changed(field.name(), was, is);
        });
        return details;
    }
}

package cadran.desktop.history;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.HistoryState;
import cadran.model.audit.AuditLine;
import cadran.model.audit.HistoryLine;
import cadran.model.sync.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a server would have told of a number's last weeks. */
public final class Past {
    private static final UUID MARIE = UUID.fromString("0198a2c4-7d00-7014-8000-000000000021");

    private final Workspace workspace;
    private final Row number;

    public Past(Workspace workspace, Row number) {
        this.workspace = workspace;
        this.number = number;
    }

    public void write() {
        var now = workspace.clock().instant();
        var lines = List.of(
                line(1, now.minus(Duration.ofDays(40)), null, null, change("status", "ORDERED", "IN_USE")),
                line(
                        2,
                        now.minus(Duration.ofDays(12)),
                        "Marie Curie",
                        null,
                        change("monthlyCost", "1.2", "1.35"),
                        change("customerId", null, customer())),
                line(
                        3,
                        now.minus(Duration.ofHours(30)),
                        "Marie Curie",
                        "Demande du client",
                        change("description", "Ancienne", "Récente")));
        workspace.history().add(HistoryState.NOTHING, lines, new HistoryState(3, "x", now.minus(Duration.ofDays(90))));
    }

    private @Nullable String customer() {
        var customer = number.reference("customerId");
        return customer == null ? null : customer.toString();
    }

    private static AuditLine.Change change(String field, @Nullable String before, @Nullable String after) {
        return new AuditLine.Change(field, before, after);
    }

    private HistoryLine line(
            long seq, Instant at, @Nullable String who, @Nullable String reason, AuditLine.Change... changes) {
        return new HistoryLine(
                seq,
                at,
                new UUID(0, seq),
                who == null ? null : MARIE,
                who,
                null,
                who == null ? null : "Poste de Marie",
                "change",
                "did",
                number.id(),
                number.id(),
                reason,
                List.of(changes));
    }
}

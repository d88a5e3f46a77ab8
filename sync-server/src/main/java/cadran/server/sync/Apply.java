package cadran.server.sync;

import cadran.model.ids.UuidV7;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.server.audit.AuditLog;
import cadran.server.db.Tx;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one way to change synced rows, for devices, for third programs and for the server itself: rights, rules,
 * references and unique keys are checked, rows and audit written, and the feed moved on, all in one transaction.
 */
public final class Apply {
    private final EntityStore store;
    private final Feed feed;
    private final ChangeAudit audit;
    private final InstantSource clock;
    private final UuidV7 ids;

    Apply(EntityStore store, Feed feed, AuditLog audit, InstantSource clock, UuidV7 ids) {
        this.store = store;
        this.feed = feed;
        this.audit = new ChangeAudit(audit);
        this.clock = clock;
        this.ids = ids;
    }

    /** One intent on its own, as the server itself makes it; {@code baseVersion} is the row's that its author saw. */
    public Operation operation(Intent intent, long baseVersion) {
        return operation(intent, baseVersion, null, null);
    }

    /**
     * As a third program sends it.
     *
     * @param group of several that are one edit
     * @param reason why, in its author's words
     */
    public Operation operation(Intent intent, long baseVersion, @Nullable UUID group, @Nullable String reason) {
        return new Operation(ids.next(), 0, group, clock.instant(), baseVersion, 0, intent, reason);
    }

    /** A name for several that are one edit. */
    public UUID group() {
        return ids.next();
    }

    /**
     * Decides the operations in their order and writes what they change. The caller's transaction should do nothing
     * after this but end: the feed is locked until then.
     */
    public List<Outcome> run(Tx tx, Author author, List<Operation> operations) {
        return run(tx, Submission.of(author, operations)).outcomes();
    }

    /** Like {@link #run}, but each of the lists is done as a whole or not at all, beside the others. */
    public List<List<Outcome>> runWholes(Tx tx, Author author, List<List<Operation>> wholes) {
        var batch = new ApplyBatch(tx, store, clock);
        var submissions =
                wholes.stream().map(whole -> Submission.of(author, whole)).toList();
        var outcomes = concluded(tx, batch, batch.decideWholes(submissions, feed))
                .outcomes()
                .iterator();
        return wholes.stream()
                .map(whole -> whole.stream().map(each -> outcomes.next()).toList())
                .toList();
    }

    /** What became of the operations, and where the feed stands after them. */
    record Applied(List<Outcome> outcomes, FeedHead end) {}

    Applied run(Tx tx, List<Submission> submissions) {
        var batch = new ApplyBatch(tx, store, clock);
        return concluded(tx, batch, batch.decide(submissions, feed));
    }

    private Applied concluded(Tx tx, ApplyBatch batch, List<ApplyBatch.Decided> decided) {
        audit.append(tx, decided);
        var head = feed.lock(tx);
        var end = feed.append(tx, head, batch.pointers());
        return new Applied(decided.stream().map(one -> outcome(one, end.seq())).toList(), end);
    }

    /** Rows that the server itself makes, such as those a new organisation begins with: all of them, or an exception. */
    public void create(Tx tx, List<Row> rows) {
        var author = Author.server(tx.organisation());
        var operations = rows.stream().map(row -> operation(creating(row), 0)).toList();
        for (Outcome outcome : run(tx, author, operations)) {
            var problem = outcome.result().problem();
            if (problem != null) throw problem.asException();
        }
    }

    private static Intent.Create creating(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        row.type().fields().forEach(field -> values.put(field.name(), row.get(field.name())));
        return new Intent.Create(row.type().name(), row.id(), values);
    }

    private static Outcome outcome(ApplyBatch.Decided one, long change) {
        var operation = one.submission().operation();
        var row = one.row();
        var result = new OperationResult(
                operation.number(),
                operation.id(),
                operation.intent().entity(),
                one.decision().verdict(),
                change,
                row == null ? 0 : row.version(),
                one.decision().problem(),
                one.decision().theirs());
        return new Outcome(result, row, one.seen());
    }
}

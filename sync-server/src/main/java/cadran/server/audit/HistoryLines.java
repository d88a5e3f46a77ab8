package cadran.server.audit;

import cadran.model.audit.AuditLine;
import cadran.model.audit.HistoryLine;
import cadran.model.audit.HistoryPage;
import cadran.server.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the log tells of rows of synced tables, to whoever may see those rows. */
public final class HistoryLines {
    private static final String SELECT = """
            select e.seq, e.at, e.edit, e.user_id, e.action, e.entity, e.entity_id, e.subject, e.details,
              (select u.name from app_user u where u.id = e.user_id) as user_name,
              (select k.name from api_key k where k.org_id = e.org_id and k.id = e.api_key_id) as key_name,
              (select max(s.device_name) from session s
                where s.org_id = e.org_id and s.user_id = e.user_id and s.device_id = coalesce(
                  (select d.installation from sync_device d where d.org_id = e.org_id and d.device_id = e.device_id),
                  e.device_id)) as device_name
            from audit_entry e
            where e.org_id = :org and e.subject is not null and e.entity in (<entities>)
              and (e.audience is null or e.audience in (<audiences>))
            """;

    private final AuditStore store = new AuditStore();

    /** The newest first. */
    public HistoryPage page(Tx tx, HistoryQuery asked) {
        Map<String, Object> binds = new LinkedHashMap<>();
        var sql = new StringBuilder(SELECT);
        add(sql, binds, " and e.subject = :subject", "subject", asked.subject());
        add(sql, binds, " and e.entity_id = :row", "row", text(asked.row()));
        add(sql, binds, " and e.user_id = :user", "user", asked.user());
        add(sql, binds, " and e.details like :field", "field", naming(asked.field()));
        add(sql, binds, " and e.at >= :from", "from", time(asked.from()));
        add(sql, binds, " and e.at < :before", "before", time(asked.before()));
        var after = asked.after();
        if (after != null) {
            sql.append(" and e.at <= :afterAt and (e.at < :afterAt or e.seq < :afterSeq)");
            binds.put("afterAt", after.at().atOffset(ZoneOffset.UTC));
            binds.put("afterSeq", after.seq());
        }
        sql.append(" order by e.org_id desc, e.at desc, e.seq desc limit :limit");
        var found = tx.handle()
                .createQuery(sql.toString())
                .bindMap(binds)
                .bind("org", tx.organisation().value())
                .bind("limit", asked.limit() + 1)
                .bindList("entities", List.copyOf(asked.entities()))
                .bindList("audiences", List.copyOf(asked.audiences()))
                .map((row, context) -> line(row))
                .list();
        if (found.size() <= asked.limit()) return new HistoryPage(found, null);
        var page = found.subList(0, asked.limit());
        var last = page.getLast();
        return new HistoryPage(List.copyOf(page), new HistoryQuery.Place(last.at(), last.seq()).text());
    }

    private static void add(
            StringBuilder sql, Map<String, Object> binds, String condition, String name, @Nullable Object value) {
        if (value == null) return;
        sql.append(condition);
        binds.put(name, value);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** Details have one spelling, and a quote inside a value has a backslash before it: a name in quotes is a field's. */
    private static @Nullable String naming(@Nullable String field) {
        return field == null ? null : "%\"" + field + "\":[%";
    }

    /** In the order in which they were written, with both ends' numbers: {@code from} is not among them. */
    public List<HistoryLine> between(Tx tx, long from, long to, Set<String> entities, Set<UUID> audiences) {
        if (entities.isEmpty()) return List.of();
        return tx.handle()
                .createQuery(SELECT + " and e.seq > :from and e.seq <= :to order by e.org_id, e.seq")
                .bind("org", tx.organisation().value())
                .bind("from", from)
                .bind("to", to)
                .bindList("entities", List.copyOf(entities))
                .bindList("audiences", List.copyOf(audiences))
                .map((row, context) -> line(row))
                .list();
    }

    /** The end of the log. */
    public long head(Tx tx) {
        return store.head(tx, false).map(AuditStore.Head::seq).orElse(0L);
    }

    /** The first entry that is not older; nothing where all are. */
    public Optional<Long> firstSince(Tx tx, Instant since) {
        return tx.handle()
                .createQuery("select seq from audit_entry where org_id = :org and at >= :since"
                        + " order by org_id, at, seq limit 1")
                .bind("org", tx.organisation().value())
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .findOne();
    }

    /** The chain up to that entry: in another history, from before a backup was put back, it is another. */
    public Optional<byte[]> chainAt(Tx tx, long seq) {
        return tx.handle()
                .createQuery("select chain from audit_entry where org_id = :org and seq = :seq")
                .bind("org", tx.organisation().value())
                .bind("seq", seq)
                .mapTo(byte[].class)
                .findOne();
    }

    private static HistoryLine line(ResultSet row) throws SQLException {
        var details = row.getString("details");
        var told = details == null ? null : AuditLines.changes(details);
        return new HistoryLine(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("edit", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                row.getString("key_name"),
                row.getString("device_name"),
                row.getString("action"),
                row.getString("entity"),
                UUID.fromString(row.getString("entity_id")),
                Objects.requireNonNull(row.getObject("subject", UUID.class)),
                told == null ? null : reason(told),
                told == null
                        ? null
                        : told.stream()
                                .filter(change -> !change.field().equals(AuditDetails.REASON))
                                .toList());
    }

    private static @Nullable String reason(List<AuditLine.Change> told) {
        return told.stream()
                .filter(change -> change.field().equals(AuditDetails.REASON))
                .map(AuditLine.Change::after)
                .findFirst()
                .orElse(null);
    }
}

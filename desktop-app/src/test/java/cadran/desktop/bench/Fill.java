package cadran.desktop.bench;

import cadran.model.Schema;
import cadran.model.catalog.ReferenceValues;
import cadran.model.demo.DemoRows;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import cadran.model.sync.UniqueKey;
import cadran.server.sync.EntityStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Demo rows straight into the tables of a server that is not running, with the feed's rows as its own code would have
 * left them: what a million numbers cost to read is measured, not what it costs to make them.
 */
public final class Fill {
    private static final long SEED = 2026;
    private static final int BATCH = 1_000;
    private static final List<String> SLOWED = List.of("DID", "CHANGE_LOG");

    private final Connection connection;
    /** In the order in which rows may refer to each other. */
    private final Map<EntityType<?>, PreparedStatement> inserts = new LinkedHashMap<>();

    private UUID organisation = new UUID(0, 0);
    private long seq;

    private Fill(Connection connection) {
        this.connection = connection;
    }

    /** The rows of a company, made for its reference values and its organisation. */
    public interface Rows {
        Stream<Row> of(ReferenceValues reference, UUID organisation);
    }

    static void run(Connection connection, int numbers) throws SQLException {
        run(
                connection,
                (reference, organisation) ->
                        new DemoRows(SEED, Clock.systemUTC(), reference, organisation, numbers).stream());
    }

    public static void run(Connection connection, Rows rows) throws SQLException {
        connection.setAutoCommit(false);
        new Fill(connection).fill(rows);
    }

    private void fill(Rows wanted) throws SQLException {
        try (var result = connection.createStatement().executeQuery("select org_id, seq from org_feed")) {
            result.next();
            organisation = result.getObject(1, UUID.class);
            seq = result.getLong(2);
        }
        var rows = wanted.of(ReferenceValues.of(references()), organisation);
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        var restored = h2 ? dropped() : List.<String>of();
        if (!h2) {
            execute("set session_replication_role = replica");
        }
        write(rows.iterator());
        for (var statement : restored) {
            execute(statement);
        }
        connection.commit();
        execute(h2 ? "checkpoint sync" : "analyze");
        connection.commit();
    }

    private List<Row> references() throws SQLException {
        var store = new EntityStore();
        var rows = new ArrayList<Row>();
        for (var type : Schema.TYPES) {
            try (var result = connection.createStatement().executeQuery(store.select(type))) {
                while (result.next()) {
                    rows.add(store.read(type, result));
                }
            }
        }
        return rows;
    }

    /** H2 checks and indexes row by row; what does that is taken away and made again at the end. */
    private List<String> dropped() throws SQLException {
        var statements = new ArrayList<String>();
        var drops = new ArrayList<String>();
        try (var script = connection.createStatement().executeQuery("script nodata nosettings")) {
            while (script.next()) {
                var line = script.getString(1);
                for (var table : SLOWED) {
                    var on = "\"PUBLIC\".\"" + table + "\"";
                    if (line.matches("(?s)CREATE (NULLS DISTINCT )?INDEX \"PUBLIC\".* ON " + on + ".*")) {
                        statements.add(line);
                        drops.add("drop index " + line.replaceAll("(?s).*?INDEX (\\S+) ON .*", "$1"));
                    } else if (line.matches("(?s)ALTER TABLE " + on + " ADD CONSTRAINT .* FOREIGN KEY.*")) {
                        statements.add(line);
                        drops.addFirst("alter table " + on + " drop constraint "
                                + line.replaceAll("(?s).*?ADD CONSTRAINT (\\S+) .*", "$1"));
                    }
                }
            }
        }
        for (var drop : drops) {
            execute(drop);
        }
        return statements;
    }

    private void write(Iterator<Row> rows) throws SQLException {
        try (var log = connection.prepareStatement(
                        "insert into change_log"
                                + " (org_id, seq, entity, row_id, version, deleted, audience) values (?, ?, ?, ?, 1, false, ?)");
                var ends = connection.prepareStatement(
                        "insert into feed_batch (org_id, seq, hash, made_at) values (?, ?, ?, now())");
                var head = connection.prepareStatement("update org_feed set seq = ?, hash = ?")) {
            while (rows.hasNext()) {
                for (int i = 0; i < BATCH && rows.hasNext(); i++) {
                    add(log, rows.next());
                }
                for (var insert : inserts.values()) {
                    insert.executeBatch();
                }
                log.executeBatch();
                var hash = "%064x".formatted(seq);
                ends.setObject(1, organisation);
                ends.setLong(2, seq);
                ends.setString(3, hash);
                ends.executeUpdate();
                head.setLong(1, seq);
                head.setString(2, hash);
                head.executeUpdate();
                connection.commit();
            }
        }
    }

    private void add(PreparedStatement log, Row row) throws SQLException {
        bind(insert(row.type()), row);
        log.setObject(1, organisation);
        log.setLong(2, ++seq);
        log.setString(3, row.type().name());
        log.setObject(4, row.id());
        log.setObject(5, row.audience());
        log.addBatch();
    }

    @SuppressWarnings("MustBeClosedChecker") // closed with the connection
    private PreparedStatement insert(EntityType<?> type) throws SQLException {
        var known = inserts.get(type);
        if (known == null) {
            var columns = new ArrayList<>(List.of("org_id", "id", "version", "audience"));
            type.fields().forEach(field -> columns.add(field.column()));
            live(type).forEach(key -> columns.add(String.valueOf(key.liveColumn())));
            known = connection.prepareStatement("insert into " + type.name() + " (" + String.join(", ", columns)
                    + ") values (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
            inserts.put(type, known);
        }
        return known;
    }

    private static List<UniqueKey> live(EntityType<?> type) {
        return type.uniqueKeys().stream()
                .filter(key -> key.liveColumn() != null)
                .toList();
    }

    private void bind(PreparedStatement insert, Row row) throws SQLException {
        var values = new ArrayList<@Nullable Object>(List.of(organisation, row.id(), 1L, row.audience()));
        values.addAll(row.values());
        live(row.type())
                .forEach(key ->
                        values.add(key.live().test(row) ? row.get(key.fields().getFirst()) : null));
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                insert.setNull(i + 1, Types.NULL);
            } else {
                insert.setObject(i + 1, values.get(i));
            }
        }
        insert.addBatch();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

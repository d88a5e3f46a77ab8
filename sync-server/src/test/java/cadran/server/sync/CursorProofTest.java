package cadran.server.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.server.db.DatabaseSettings;
import cadran.server.testing.PostgresTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Why the feed has a counter row: the same writers and the same reader, once over a sequence and once over a counter that
 * is locked to the commit. The reader asks for what is behind the highest number that it has seen, as a desktop does.
 */
class CursorProofTest {
    private static final int WRITERS = 8;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final String FROM_SEQUENCE = "insert into log (seq) values (nextval('log_seq')) returning seq";
    private static final String FROM_COUNTER = """
            with next as (update counter set seq = seq + 1 returning seq)
            insert into log (seq) select seq from next returning seq""";

    @PostgresTest
    void aSequenceAsCursorLosesRows(DatabaseSettings settings) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        int lost = 0;
        // As many rounds as it takes; the first usually does.
        while (lost == 0 && System.nanoTime() < end) {
            lost = lost(settings, FROM_SEQUENCE, 200);
        }
        assertTrue(lost > 0, "with a sequence no row was lost: this test shows nothing any more");
    }

    @PostgresTest
    void aCounterThatIsHeldToTheCommitLosesNone(DatabaseSettings settings) throws Exception {
        assertEquals(0, lost(settings, FROM_COUNTER, 200));
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    /** How many committed rows the reader never saw. */
    private static int lost(DatabaseSettings settings, String insert, int each) throws Exception {
        try (var connection = connect(settings);
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists log, counter");
            statement.execute("drop sequence if exists log_seq");
            statement.execute("create table log (seq bigint primary key)");
            statement.execute("create sequence log_seq");
            statement.execute("create table counter (seq bigint not null)");
            statement.execute("insert into counter values (0)");
        }
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader = threads.submit(() -> read(settings, writing));
            var writers = new ArrayList<Future<Set<Long>>>();
            for (int i = 0; i < WRITERS; i++) {
                Callable<Set<Long>> writer = () -> write(settings, insert, each);
                writers.add(threads.submit(writer));
            }
            var written = new HashSet<Long>();
            for (var writer : writers) written.addAll(writer.get());
            writing.set(false);
            written.removeAll(reader.get());
            return written.size();
        }
    }

    private static Set<Long> write(DatabaseSettings settings, String insert, int count) throws SQLException {
        var written = new HashSet<Long>();
        try (var connection = connect(settings);
                var statement = connection.prepareStatement(insert)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                try (var result = statement.executeQuery()) {
                    result.next();
                    written.add(result.getLong(1));
                }
                connection.commit();
            }
        }
        return written;
    }

    private static Set<Long> read(DatabaseSettings settings, AtomicBoolean writing) throws SQLException {
        var seen = new HashSet<Long>();
        long cursor = 0;
        try (var connection = connect(settings);
                var statement = connection.prepareStatement("select seq from log where seq > ? order by seq")) {
            boolean last = false;
            while (!last) {
                last = !writing.get();
                for (long number : numbers(statement, cursor)) {
                    seen.add(number);
                    cursor = number;
                }
            }
        }
        return seen;
    }

    private static List<Long> numbers(java.sql.PreparedStatement statement, long cursor) throws SQLException {
        statement.setLong(1, cursor);
        var numbers = new ArrayList<Long>();
        try (var result = statement.executeQuery()) {
            while (result.next()) numbers.add(result.getLong(1));
        }
        return numbers;
    }
}

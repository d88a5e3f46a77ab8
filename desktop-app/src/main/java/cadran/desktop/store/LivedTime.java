package cadran.desktop.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A time that goes on with the computer's clock but does not jump with it: years ahead and back again are a day at most.
 * What is to be kept for a month is kept for a month of use, also where the clock was wrong.
 */
final class LivedTime {
    private static final Duration AT_MOST = Duration.ofDays(1);
    /** Fine enough for days, and not a write for each minute. */
    private static final Duration STEP = Duration.ofHours(1);

    private LivedTime() {}

    private record Reading(Instant lived, Instant clock) {}

    static Instant at(Connection connection, Instant now) throws SQLException {
        // As the table has it.
        var clock = now.truncatedTo(ChronoUnit.MILLIS);
        var last = last(connection);
        if (last == null) {
            var newest = newestAnswer(connection, clock);
            var first = next(new Reading(newest, newest), clock);
            write(connection, "INSERT INTO lived_time (lived, clock) VALUES (?, ?)", first);
            return first.lived();
        }
        var reading = next(last, clock);
        if (!reading.equals(last)) {
            write(connection, "UPDATE lived_time SET lived = ?, clock = ?", reading);
        }
        return reading.lived();
    }

    private static Reading next(Reading last, Instant clock) {
        var passed = Duration.between(last.clock(), clock);
        if (passed.isNegative()) {
            return new Reading(last.lived(), clock);
        }
        if (passed.compareTo(STEP) < 0) {
            return last;
        }
        return new Reading(last.lived().plus(passed.compareTo(AT_MOST) < 0 ? passed : AT_MOST), clock);
    }

    private static @Nullable Reading last(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var result = select.executeQuery("SELECT lived, clock FROM lived_time")) {
            return result.next()
                    ? new Reading(
                            result.getObject(1, OffsetDateTime.class).toInstant(),
                            result.getObject(2, OffsetDateTime.class).toInstant())
                    : null;
        }
    }

    /** Where an outbox of before this time was kept begins. */
    private static Instant newestAnswer(Connection connection, Instant otherwise) throws SQLException {
        try (var select = connection.createStatement();
                var result = select.executeQuery("SELECT MAX(answered_at) FROM operation")) {
            result.next();
            var newest = result.getObject(1, OffsetDateTime.class);
            return newest == null ? otherwise : newest.toInstant();
        }
    }

    private static void write(Connection connection, String sql, Reading reading) throws SQLException {
        try (var write = connection.prepareStatement(sql)) {
            write.setObject(1, CacheTransaction.time(reading.lived()));
            write.setObject(2, CacheTransaction.time(reading.clock()));
            write.executeUpdate();
        }
    }
}

package cadran.server.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the history of rows somebody wants, and what of it they may see.
 *
 * @param subject in whose history, null for all rows
 * @param row changed itself, not only something that belongs to it
 * @param before the first moment that is too late
 * @param after the line that was the last one of the page before
 */
public record HistoryQuery(
        Set<String> entities,
        Set<UUID> audiences,
        @Nullable UUID subject,
        @Nullable UUID row,
        @Nullable UUID user,
        @Nullable String field,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable Place after,
        int limit) {

    /** A line's place in an order that clocks which were set back don't disturb: by its time, then as it was written. */
    public record Place(Instant at, long seq) {
        private static final Pattern TEXT = Pattern.compile("([0-9]{1,15})-([0-9]{1,18})");

        /** Null where it is no place. */
        public static @Nullable Place read(String text) {
            var parts = TEXT.matcher(text);
            return parts.matches()
                    ? new Place(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), Long.parseLong(parts.group(2)))
                    : null;
        }

        public String text() {
            return at.toEpochMilli() + "-" + seq;
        }
    }
}

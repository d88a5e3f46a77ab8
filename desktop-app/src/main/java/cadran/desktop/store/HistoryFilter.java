package cadran.desktop.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the history is wanted.
 *
 * @param words what the entry or the row that it is about must have; empty for all
 * @param entity only of this table
 * @param from the first day, {@code to} the last
 * @param zone where these days begin
 */
public record HistoryFilter(
        String words,
        @Nullable String entity,
        @Nullable UUID user,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ZoneId zone) {
    public HistoryFilter saying(String otherWords) {
        return new HistoryFilter(otherWords, entity, user, from, to, zone);
    }
}

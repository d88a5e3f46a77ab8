package cadran.desktop.history;

import cadran.model.sync.Field;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One point on a row's timeline, in the user's words: what was saved at once, or a day on which something begins or ends.
 *
 * @param at where it stands on the line
 * @param who and from where; empty for what no person did
 * @param reason empty where none was given
 */
record Entry(Band band, Instant at, String when, String who, String reason, List<Item> items) {
    Entry {
        items = List.copyOf(items);
    }

    /** From the top of the line down. */
    enum Band {
        COMING,
        PENDING,
        PAST
    }

    /** @param back how to have the old value again; null where there is nothing to have back */
    record Item(String text, boolean heading, @Nullable Back back) {
        static Item heading(String text) {
            return new Item(text, true, null);
        }
    }

    /** @param refusal key of the reason why it can't be written; null where it can */
    record Back(
            Field field, @Nullable Object value, @Nullable String refusal) {}
}

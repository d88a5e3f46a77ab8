package cadran.model.sync;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of a field that holds several, in one text: sorted and parted by commas, so that equal sets are equal texts
 * wherever they are compared, stored or sent.
 */
public final class Members {
    private static final String COMMA = ",";

    private Members() {}

    public static SortedSet<String> of(@Nullable String text) {
        var members = new TreeSet<String>();
        if (text != null) {
            Arrays.stream(text.split(COMMA)).filter(member -> !member.isEmpty()).forEach(members::add);
        }
        return members;
    }

    public static @Nullable String text(Collection<String> members) {
        return members.isEmpty() ? null : String.join(COMMA, new TreeSet<>(members));
    }

    /** Words as people type them: letter case, spaces around them and the way an accent is encoded make no other word. */
    static @Nullable String tidy(String typed) {
        return text(of(Arrays.stream(typed.split(COMMA))
                .map(word ->
                        Normalizer.normalize(word, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(COMMA))));
    }

    /** What was added and taken away between two, done to a third: in whichever order people do that, they end alike. */
    public static @Nullable String changed(@Nullable String before, @Nullable String after, @Nullable String now) {
        var added = of(after);
        added.removeAll(of(before));
        var removed = of(before);
        removed.removeAll(of(after));
        var members = of(now);
        members.removeAll(removed);
        members.addAll(added);
        return text(members);
    }
}

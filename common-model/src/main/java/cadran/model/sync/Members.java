package cadran.model.sync;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of a field that holds several, in one text: sorted and parted by commas, so that equal sets are equal texts
 * wherever they are compared, stored or sent.
 */
public final class Members {
    private static final String COMMA = ",";
    /** Also those that French typography and spreadsheets put in, which look like any other. */
    private static final Pattern ANY_SPACE = Pattern.compile("\\p{Z}+");

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
        return text(of(Arrays.stream(typed.split(COMMA)).map(Members::word).collect(Collectors.joining(COMMA))));
    }

    /** Composed last: a small letter may have an accent in one piece where its capital has none. */
    private static String word(String typed) {
        var spaced = ANY_SPACE.matcher(typed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return Normalizer.normalize(spaced, Normalizer.Form.NFC);
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

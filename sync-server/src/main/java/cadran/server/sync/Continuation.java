package cadran.server.sync;

import cadran.model.problem.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of a snapshot begins, as the part before it said, and where in the feed that one was read. A backup that
 * was put back in between may have the load's opening and yet lack rows that came with a part: so each part is only given
 * to who has the one before it from this history.
 *
 * @param seen the feed's end then, 0 for the first part
 * @param seenHash of the feed at that end
 */
record Continuation(Place place, long seen, String seenHash) {
    private static final Pattern TEXT = Pattern.compile("([^@]*)(?:@([0-9]{1,18})\\.([0-9a-f]*))?");

    static Continuation read(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) throw Problem.of("query.wrong").at("place").asException();
        @Nullable String seen = parts.group(2);
        return new Continuation(
                Place.read(parts.group(1)),
                seen == null ? 0 : Long.parseLong(seen),
                seen == null ? "" : parts.group(3));
    }

    String text() {
        return seen == 0 ? place.toString() : place + "@" + seen + "." + seenHash;
    }
}

package cadran.server.http;

import cadran.model.problem.Problem;
import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version as the entity tag of HTTP, and what a request says about the version it knows. It is judged inside the
 * transaction, behind the lock, so that nobody comes between the look and the write.
 */
public final class Precondition {
    private static final Pattern COMMA = Pattern.compile(",");

    private final @Nullable String wanted;
    private final @Nullable String known;

    private Precondition(@Nullable String wanted, @Nullable String known) {
        this.wanted = wanted;
        this.known = known;
    }

    public static Precondition of(Context request) {
        return new Precondition(request.header("If-Match"), request.header("If-None-Match"));
    }

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The request names the version as it stands, or does not care. Weak tags never match here, as RFC 9110 says. */
    public void require(long version) {
        if (wanted == null) {
            throw HttpProblem.of(428, "http.if_match_required");
        }
        for (String tag : COMMA.split(wanted, -1)) {
            if (tag.strip().equals("*") || tag.strip().equals(tag(version))) {
                return;
            }
        }
        throw Problem.of("row.changed_by_other").with("version", version).asException();
    }

    public boolean isKnown(long version) {
        if (known == null) {
            return false;
        }
        for (String tag : COMMA.split(known, -1)) {
            if (tag.strip().equals("*") || tag.strip().replaceFirst("^W/", "").equals(tag(version))) {
                return true;
            }
        }
        return false;
    }
}

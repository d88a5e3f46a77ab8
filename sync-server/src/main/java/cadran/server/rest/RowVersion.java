package cadran.server.rest;

import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import cadran.server.http.HttpProblem;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/** A row's version as the entity tag of HTTP. */
final class RowVersion {
    private static final Pattern COMMA = Pattern.compile(",");

    private RowVersion() {}

    static String tag(Row row) {
        return "\"" + row.version() + "\"";
    }

    /** The header names the row as it stands, or does not care. Weak tags never match here, as RFC 9110 says. */
    static void requireMatch(Context request, Row current) {
        String wanted = request.header("If-Match");
        if (wanted == null) {
            throw HttpProblem.of(428, "http.if_match_required");
        }
        for (String tag : COMMA.split(wanted, -1)) {
            if (tag.strip().equals("*") || tag.strip().equals(tag(current))) {
                return;
            }
        }
        throw Problem.of("row.changed_by_other")
                .with("version", current.version())
                .asException();
    }

    static boolean isKnown(Context request, Row current) {
        String known = request.header("If-None-Match");
        if (known == null) {
            return false;
        }
        for (String tag : COMMA.split(known, -1)) {
            if (tag.strip().equals("*") || tag.strip().replaceFirst("^W/", "").equals(tag(current))) {
                return true;
            }
        }
        return false;
    }
}

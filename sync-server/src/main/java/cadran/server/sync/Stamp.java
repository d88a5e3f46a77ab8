package cadran.server.sync;

import java.util.regex.Pattern;

/**
 * What a client carries beside its cursor and never looks into: in which history it is, what it could see, and, between
 * two pages, how far the snapshot went whose rows it has. A page holds rows as they stand in its snapshot, so a client
 * that has the first of several has seen more of the history than its cursor says.
 *
 * @param hash of the feed at the cursor
 * @param view fingerprint of what the client could see; empty from one that says nothing about it
 * @param seen the snapshot's end, 0 when the cursor is there
 * @param seenHash of the feed at that end
 */
record Stamp(String hash, String view, long seen, String seenHash) {
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    static Stamp read(String text) {
        var parts = DOT.split(text, 4);
        boolean ahead = parts.length == 4 && NUMBER.matcher(parts[2]).matches();
        return new Stamp(
                parts[0],
                parts.length > 1 ? parts[1] : "",
                ahead ? Long.parseLong(parts[2]) : 0,
                ahead ? parts[3] : "");
    }

    String text() {
        return hash + "." + view + (seen == 0 ? "" : "." + seen + "." + seenHash);
    }
}

package cadran.desktop.conflicts;

import cadran.model.sync.Verdict;
import java.util.Locale;

/** Why an edit is in the inbox, in the order in which it is shown there. */
enum Kind {
    /** It met somebody else's. */
    CONFLICT,
    /** The server did not take it. */
    REFUSED,
    /** It went through, and a later edit took its place: nothing to decide, but it can be put back. */
    SUPERSEDED;

    static Kind of(Verdict verdict) {
        return switch (verdict) {
            case CONFLICT -> CONFLICT;
            case REFUSED -> REFUSED;
            case APPLIED, MERGED, NOTHING_TO_DO -> SUPERSEDED;
        };
    }

    /** In keys of texts and in style classes. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String style() {
        return "state-" + word();
    }
}

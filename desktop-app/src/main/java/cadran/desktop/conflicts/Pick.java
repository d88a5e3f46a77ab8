package cadran.desktop.conflicts;

import java.util.Locale;

/** Whose value a field shall have. */
enum Pick {
    MINE,
    THEIRS;

    /** In keys of texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

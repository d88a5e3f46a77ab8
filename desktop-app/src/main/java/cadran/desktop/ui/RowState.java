package cadran.desktop.ui;

import java.util.Locale;

/** What became of the user's own edits of a row; {@link #NONE} shows nothing: all is well. */
public enum RowState {
    NONE,
    /** Kept here, the server has not confirmed it yet. */
    QUEUED,
    REFUSED,
    CONFLICT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordKey() {
        return "row.state." + word();
    }
}

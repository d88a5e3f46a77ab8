package cadran.desktop.store;

/** How a row stands with the server, for the dot beside it. */
public enum RowState {
    /** Nothing of ours waits. */
    SETTLED,
    /** An edit is saved here and not yet at the server, or not yet seen coming back. */
    QUEUED,
    /** The server did not take an edit, and its author has not looked at it. */
    REFUSED,
    /** An edit met somebody else's, and its author has not looked at it. */
    CONFLICT
}

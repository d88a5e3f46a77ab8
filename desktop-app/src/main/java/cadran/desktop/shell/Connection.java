package cadran.desktop.shell;

/** How this computer stands to its server; each has a word, a dot and, if the user should know more, a banner. */
public enum Connection {
    /** Everything of the server is here, except what is pending. */
    SYNCED,
    SYNCING,
    OFFLINE,
    /** The server is there but wants the user to sign in again. */
    SIGNED_OUT
}

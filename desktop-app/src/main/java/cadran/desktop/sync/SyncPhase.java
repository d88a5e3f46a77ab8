package cadran.desktop.sync;

/** How this computer stands with the server, in states that a user can tell apart and do something about. */
public enum SyncPhase {
    SYNCING,
    SYNCED,
    /** This computer has no network. */
    OFFLINE,
    /** There is a network, but the server does not answer, or not sensibly. */
    UNREACHABLE,
    /** The server wants the user to sign in again. */
    SIGNED_OUT,
    /** The server is too new for this program. */
    TOO_OLD,
    /** The server does not know what this program may send. */
    SERVER_TOO_OLD,
    /** Nothing more fits on this computer's disk. */
    DISK_FULL,
    /** The server refuses to sync, for the reason in the status. */
    REFUSED
}

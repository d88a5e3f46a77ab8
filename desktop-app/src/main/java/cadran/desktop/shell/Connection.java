package cadran.desktop.shell;

import java.util.Locale;

/** How this computer stands to its server; each has a word, a dot and, if the user should know more, a banner. */
public enum Connection {
    /** Everything of the server is here, except what is pending. */
    SYNCED,
    SYNCING,
    /** This computer has no network. */
    OFFLINE,
    /** There is a network, and the server doesn't answer. */
    UNREACHABLE,
    /** The server is there but wants the user to sign in again. */
    SIGNED_OUT,
    /** The server is too new for this program. */
    TOO_OLD,
    /** The program is too new for the server. */
    SERVER_TOO_OLD,
    /** Nothing more fits on this computer's disk. */
    DISK_FULL,
    /** The server does not sync with this profile. */
    REFUSED;

    /** In keys of texts and in style classes. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean deservesBanner() {
        return this != SYNCED && this != SYNCING;
    }
}

package cadran.desktop.shell;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

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

    Ikon icon() {
        return switch (this) {
            case SYNCED, SYNCING -> Feather.DOWNLOAD_CLOUD;
            case OFFLINE -> Feather.WIFI_OFF;
            case UNREACHABLE -> Feather.CLOUD_OFF;
            case SIGNED_OUT -> Feather.LOG_IN;
            case TOO_OLD -> Feather.DOWNLOAD;
            case SERVER_TOO_OLD -> Feather.SERVER;
            case DISK_FULL -> Feather.HARD_DRIVE;
            case REFUSED -> Feather.SLASH;
        };
    }

    boolean deservesBanner() {
        return this != SYNCED && this != SYNCING;
    }
}

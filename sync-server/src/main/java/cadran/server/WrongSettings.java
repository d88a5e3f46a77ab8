package cadran.server;

import java.util.List;

/** The server can't start as it was told to; the message lists every setting that is wrong and why. */
public final class WrongSettings extends RuntimeException {
    WrongSettings(List<String> problems) {
        super("Settings that are wrong:\n  " + String.join("\n  ", problems), null, false, false);
    }
}

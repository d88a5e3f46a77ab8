package cadran.server.settings;

import java.util.List;

/** The server can't start as it was told to; the message lists every setting that is wrong and why, and is all there is to say. */
public final class WrongSettings extends RuntimeException {
    public WrongSettings(List<String> problems) {
        super("Settings that are wrong:\n  " + String.join("\n  ", problems), null, false, false);
    }

    public static WrongSettings of(String name, String reason) {
        return new WrongSettings(List.of(name + ": " + reason));
    }
}

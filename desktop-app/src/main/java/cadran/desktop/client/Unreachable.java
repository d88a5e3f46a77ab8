package cadran.desktop.client;

import java.io.IOException;

/** The server gave no answer that it could have meant: no network, a timeout, a proxy's page, an error of its own. */
public final class Unreachable extends IOException {
    public Unreachable(String reason) {
        super(reason);
    }

    public Unreachable(String reason, Throwable cause) {
        super(reason, cause);
    }
}

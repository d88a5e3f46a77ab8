package cadran.model.auth;

import java.time.Instant;
import java.util.UUID;

/**
 * What a device holds while it is signed in.
 *
 * @param accessToken proves who calls, until {@code accessUntil}
 * @param refreshToken gets the next pair, once; lost answers may be asked for again with the same one
 */
public record Tokens(
        String accessToken, Instant accessUntil, String refreshToken, UUID session, UUID user, UUID organisation) {
    /** Without the tokens, whoever prints it. */
    @Override
    public String toString() {
        return "Tokens[session=" + session + ", until=" + accessUntil + "]";
    }
}

package cadran.server.http;

/** Turns a bearer token, an access token or an API key, into a caller. */
@FunctionalInterface
public interface Authenticator {
    /** Throws a problem {@code auth.…}, which is answered 401, when the token is not good (any more). */
    Caller authenticate(String token);
}

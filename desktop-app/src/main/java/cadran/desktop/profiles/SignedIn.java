package cadran.desktop.profiles;

import cadran.model.auth.Me;
import cadran.model.auth.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a server knows.
 *
 * @param server null for this computer's own
 */
public record SignedIn(@Nullable String server, Tokens tokens, Me me) {}

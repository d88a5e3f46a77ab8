package cadran.server.auth;

import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import java.time.Instant;
import java.util.UUID;

/** The short-lived proof of a session. */
public interface AccessTokens {
    record Issued(String text, Instant until) {}

    record Claims(UserId user, OrganisationId organisation, UUID session) {}

    Issued issue(OrganisationId organisation, UserId user, UUID session);

    /** Throws {@code auth.token_invalid} for whatever this server did not sign or whose time is over. */
    Claims read(String token);
}

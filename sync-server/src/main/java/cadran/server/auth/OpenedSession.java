package cadran.server.auth;

import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import java.util.UUID;

/** What a transaction leaves for {@link Sessions#tokens}: signing reads the database itself, so it comes afterwards. */
public record OpenedSession(OrganisationId organisation, UserId user, UUID session, String refreshToken) {
    @Override
    public String toString() {
        return "OpenedSession[" + session + "]";
    }
}

package cadran.model.organisations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param timeZone in whose midnight numbers change state */
public record Organisation(
        UUID id,
        long version,
        OrganisationKind kind,
        String name,
        @Nullable String siret,
        @Nullable String vatNumber,
        String timeZone,
        OrganisationState state,
        Instant createdAt) {
    /** @param adminEmail who gets the first invitation, as ADMIN */
    public record Request(Registration registration, String timeZone, String adminEmail) {}

    /** What is absent stays. */
    public record Patch(@Nullable String name, @Nullable String timeZone) {}

    /** The operator hands the code of the invitation to the first administrator. */
    public record Made(Organisation organisation, Invitation.Made invitation) {}
}

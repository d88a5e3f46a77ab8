package cadran.model.organisations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody who was given a code and has not used it yet. */
public record Invitation(
        UUID id, String email, List<Role> roles, List<UUID> teams, Instant createdAt, Instant expiresAt) {
    public record Request(String email, List<Role> roles, List<UUID> teams) {}

    /** @param code shown this one time; only its hash is kept */
    public record Made(Invitation invitation, String code) {
        @Override
        public String toString() {
            return "Made[" + invitation + "]";
        }
    }
}

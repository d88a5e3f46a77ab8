package cadran.model.organisations;

import java.util.UUID;

/** Somebody who runs the platform, in whatever organisation they signed in. */
public record Operator(UUID id, String email, String name) {
    /** By email, because whoever runs the platform need not be a member where the asking operator is. */
    public record Request(String email) {}
}

package cadran.model.organisations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param version of roles, teams and state; a change names the one that it is based on
 * @param seenAt when one of the member's devices last renewed its tokens
 */
public record Member(
        UUID id,
        long version,
        String email,
        String name,
        List<Role> roles,
        List<UUID> teams,
        MemberState state,
        @Nullable Instant seenAt) {
    /** What is absent stays; a list replaces the whole list. */
    public record Patch(
            @Nullable List<Role> roles, @Nullable List<UUID> teams) {}
}

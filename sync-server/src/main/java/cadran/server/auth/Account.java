package cadran.server.auth;

import cadran.model.ids.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A person as the platform knows them.
 *
 * @param passwordHash null for one who can't sign in with a password: the local administrator
 * @param epoch raised when the password is replaced; sessions of an older one are over
 * @param operator runs the platform, in whatever organisation they signed in
 */
public record Account(
        UserId id,
        String email,
        String name,
        String language,
        @Nullable String passwordHash,
        int epoch,
        boolean operator) {
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}

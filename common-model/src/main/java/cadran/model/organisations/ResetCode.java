package cadran.model.organisations;

import java.time.Instant;

/** With it a member chooses a new password. Shown this one time; only its hash is kept. */
public record ResetCode(String code, Instant expiresAt) {
    /** An operator names the account, because it belongs to no single organisation. */
    public record Request(String email) {}

    @Override
    public String toString() {
        return "ResetCode[" + expiresAt + "]";
    }
}

package cadran.model.auth;

/** Chooses a new password with the one-time code of an administrator. */
public record ResetRequest(String code, String password) {
    @Override
    public String toString() {
        return "ResetRequest[]";
    }
}

package cadran.model.auth;

/** A person changes their own password; their other devices are signed out. */
public record PasswordChange(String current, String password) {
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}

package cadran.model.auth;

/** Asks for the next pair of tokens. */
public record RefreshRequest(String refreshToken) {
    @Override
    public String toString() {
        return "RefreshRequest[]";
    }
}

package cadran.model.auth;

/** Shows a one-time code to see what it is for. */
public record CodeRequest(String code) {
    @Override
    public String toString() {
        return "CodeRequest[]";
    }
}

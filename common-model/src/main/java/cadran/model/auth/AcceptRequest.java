package cadran.model.auth;

import java.util.List;

/**
 * Takes up an invitation.
 *
 * @param name ignored, like {@code language}, for a person who has an account
 * @param password the one chosen now, or that of the account
 */
public record AcceptRequest(
        String code, String name, String language, String password, List<Consent> consents, SignInDevice device) {
    @Override
    public String toString() {
        return "AcceptRequest[" + device + "]";
    }
}

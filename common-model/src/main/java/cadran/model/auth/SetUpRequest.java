package cadran.model.auth;

import cadran.model.organisations.Registration;
import java.util.List;

/** The first person of a new server makes the first organisation, administers it and operates the platform. */
public record SetUpRequest(
        String code,
        String email,
        String name,
        String language,
        String password,
        List<Consent> consents,
        Registration organisation,
        String timeZone,
        SignInDevice device) {
    @Override
    public String toString() {
        return "SetUpRequest[" + device + "]";
    }
}

package cadran.model.auth;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param organisation needed when the person belongs to several; the first answer lists them */
public record SignInRequest(
        String email, String password, @Nullable UUID organisation, SignInDevice device) {
    /** Without the password, whoever prints it. */
    @Override
    public String toString() {
        return "SignInRequest[" + device + "]";
    }
}

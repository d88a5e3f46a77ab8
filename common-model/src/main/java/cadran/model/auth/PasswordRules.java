package cadran.model.auth;

import cadran.model.problem.Problem;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Length is what counts (NIST SP 800-63B); there is no rule about kinds of characters. The upper limit keeps a
 * request from buying a long computation.
 */
public final class PasswordRules {
    public static final int LEAST = 12;
    public static final int MOST = 200;

    private PasswordRules() {}

    /** The same accent typed on another system must give the same bytes. */
    public static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    public static Optional<Problem> problem(String password, String email) {
        var normal = normalised(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < LEAST) {
            return Optional.of(
                    Problem.of("password.too_short").with("min", LEAST).at("password"));
        }
        if (length > MOST) {
            return Optional.of(Problem.of("field.too_long").with("max", MOST).at("password"));
        }
        var lower = normal.toLowerCase(Locale.ROOT);
        if (lower.equals(email.toLowerCase(Locale.ROOT))
                || lower.codePoints().distinct().count() < 4) {
            return Optional.of(Problem.of("password.too_easy").at("password"));
        }
        return Optional.empty();
    }
}

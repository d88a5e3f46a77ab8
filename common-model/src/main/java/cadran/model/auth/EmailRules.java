package cadran.model.auth;

import cadran.model.problem.Problem;
import java.util.Locale;
import java.util.regex.Pattern;

/** An address identifies a person; only a mail that arrives proves it, so the check is of the shape alone. */
public final class EmailRules {
    private static final int MOST = 254;
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@,;<>\"\\p{Cntrl}]{1,64}@[^\\s@,;<>\"\\p{Cntrl}]+\\.[^\\s@,;<>\".\\p{Cntrl}]{2,}");

    private EmailRules() {}

    /** Lower case, because people type their own address both ways. */
    public static String canonical(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public static String require(String email) {
        var canonical = canonical(email);
        if (canonical.length() > MOST || !SHAPE.matcher(canonical).matches()) {
            throw Problem.of("email.format").at("email").asException();
        }
        return canonical;
    }
}

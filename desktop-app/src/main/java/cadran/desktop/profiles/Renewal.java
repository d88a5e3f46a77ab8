package cadran.desktop.profiles;

import cadran.model.auth.Tokens;
import java.io.IOException;

/** How a session gets its next tokens. Refusals are {@link cadran.model.problem.ProblemException}. */
@FunctionalInterface
public interface Renewal {
    Tokens renew(Tokens old) throws IOException;
}

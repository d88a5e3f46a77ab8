package cadran.server.auth;

import cadran.model.ids.UserId;
import cadran.model.problem.Problem;
import java.util.Set;

/** An account as somebody asks for it, checked; its password is hashed already, outside of the transaction. */
public record NewAccount(UserId id, String email, String name, String language, String passwordHash) {
    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final int LONGEST_NAME = 100;

    public NewAccount {
        name = BoundedText.require(name, LONGEST_NAME, "name");
        if (!LANGUAGES.contains(language)) {
            throw Problem.of("field.unknown_code")
                    .with("value", language)
                    .at("language")
                    .asException();
        }
    }

    public Account account(boolean operator) {
        return new Account(id, email, name, language, passwordHash, 0, operator);
    }

    @Override
    public String toString() {
        return "NewAccount[" + id + "]";
    }
}

package cadran.model.auth;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Either the tokens, or the organisations to choose from before the same request is sent again.
 *
 * @param tokens null when there is a choice to make
 */
public record SignInAnswer(@Nullable Tokens tokens, List<Choice> organisations) {
    public record Choice(UUID id, String name) {}

    public SignInAnswer {
        organisations = List.copyOf(organisations);
    }

    public static SignInAnswer of(Tokens tokens) {
        return new SignInAnswer(tokens, List.of());
    }

    public static SignInAnswer choose(List<Choice> organisations) {
        return new SignInAnswer(null, organisations);
    }
}

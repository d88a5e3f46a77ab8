package cadran.desktop.accounts;

import cadran.model.problem.Problem;
import java.util.Optional;

/** Without a keychain the copy on this computer is locked by a passphrase that only its user knows. */
final class NewPassphrasePane extends StepPane {
    NewPassphrasePane(WelcomeView welcome) {
        super(welcome, "passphrase.new.title", "passphrase.new.hint");
        var form = form();
        var first = form.password("passphrase", "passphrase.label").required().rule(NewAccount::longEnough);
        form.password("repeated", "passphrase.repeat")
                .rule(again -> again.equals(first.value())
                        ? Optional.empty()
                        : Optional.of(Problem.of("passphrase.different")));
        submits(form, "passphrase.new.do", () -> welcome.accounts().unlock(first.value()));
        getChildren().addAll(form, buttons());
    }
}

package cadran.desktop.accounts;

import cadran.model.problem.Problem;
import java.util.Optional;

/** Somebody forgot the password and got a code from an administrator. */
final class ReplacePasswordPane extends StepPane {
    ReplacePasswordPane(WelcomeView welcome, Step.ReplacePassword step) {
        super(welcome, "replace.title", "replace.hint");
        var form = form();
        var password = NewAccount.password(form);
        form.password("repeated", "account.password.repeat")
                .rule(again -> again.equals(password.value())
                        ? Optional.empty()
                        : Optional.of(Problem.of("passphrase.different")));
        back(() -> welcome.put(new CodePane(welcome, step.server(), step.code())));
        submits(
                form,
                "replace.do",
                () -> welcome.accounts().replacePassword(step.server(), step.code(), password.value()));
        getChildren().addAll(form, buttons());
    }
}

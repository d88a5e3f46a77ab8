package cadran.desktop.accounts;

import cadran.desktop.ui.Form;
import javafx.scene.control.Label;

/** The copy on this computer is locked. */
final class PassphrasePane extends StepPane {
    private final int unsent;

    PassphrasePane(WelcomeView welcome, Step.EnterPassphrase step) {
        super(welcome, "passphrase.title", "passphrase.hint");
        unsent = step.unsent();
        var profile = new Label(step.profile());
        profile.getStyleClass().add("step-profile");
        var form = form();
        var passphrase = form.password("passphrase", "passphrase.label").required();
        back(welcome::start);
        submits(form, "passphrase.do", () -> welcome.accounts().unlock(passphrase.value()));
        getChildren().addAll(profile, form, buttons(), link("passphrase.lost", () -> askToForget(form)));
    }

    private void askToForget(Form form) {
        var texts = welcome().texts();
        var question =
                unsent < 0 ? texts.get("passphrase.lost.unknown") : texts.count("passphrase.lost.unsent", unsent);
        welcome()
                .desk()
                .confirm()
                .ask(
                        texts.get("passphrase.lost.title"),
                        question,
                        "passphrase.lost.do",
                        () -> welcome().next(welcome().accounts().forget(), form::show));
    }
}

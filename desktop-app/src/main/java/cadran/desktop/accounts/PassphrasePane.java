package cadran.desktop.accounts;

/** The copy on this computer is locked. */
final class PassphrasePane extends StepPane {
    PassphrasePane(WelcomeView welcome, Step.EnterPassphrase step) {
        super(welcome, "passphrase.title", "passphrase.hint");
        var profile = new javafx.scene.control.Label(step.profile());
        profile.getStyleClass().add("step-profile");
        var form = form();
        var passphrase = form.password("passphrase", "passphrase.label").required();
        submits(form, "passphrase.do", () -> welcome.accounts().unlock(passphrase.value()));
        var texts = welcome.texts();
        var lost = link(
                "passphrase.lost",
                () -> welcome.desk()
                        .confirm()
                        .ask(
                                texts.get("passphrase.lost.title"),
                                step.unsent() < 0
                                        ? texts.get("passphrase.lost.unknown")
                                        : texts.count("passphrase.lost.unsent", step.unsent()),
                                "passphrase.lost.do")
                        .thenAccept(yes -> {
                            if (yes) {
                                welcome.next(welcome.accounts().forget(), form::show);
                            }
                        }));
        getChildren().addAll(profile, form, buttons(), lost);
    }
}

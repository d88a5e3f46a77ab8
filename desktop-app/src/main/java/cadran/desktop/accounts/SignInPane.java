package cadran.desktop.accounts;

/** An account on a server. */
final class SignInPane extends StepPane {
    SignInPane(WelcomeView welcome, String server, String email, boolean again) {
        super(welcome, again ? "signin.again.title" : "signin.title", again ? "signin.again.hint" : "signin.hint");
        var form = form();
        var address = form.text("server", "signin.server", server).required();
        var mail = form.text("email", "signin.email", email).required();
        var password = form.password("password", "signin.password").required();
        back(() -> welcome.show(new Step.Welcome()));
        submits(
                form,
                "signin.do",
                () -> welcome.accounts().signIn(new Accounts.SignIn(address.value(), mail.value(), password.value())));
        getChildren()
                .addAll(
                        form,
                        buttons(),
                        link("welcome.code", () -> welcome.put(new RedeemPane(welcome, address.value()))));
    }
}

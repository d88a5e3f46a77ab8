package cadran.desktop.accounts;

/** An invitation: somebody new gets an account, somebody known proves to be who was invited. */
final class InvitedPane extends StepPane {
    InvitedPane(WelcomeView welcome, Step.Invited invited) {
        super(
                welcome,
                "join.title",
                invited.hasAccount() ? "join.account.hint" : "join.hint",
                "organisation",
                invited.organisation(),
                "email",
                invited.email());
        back(() -> welcome.put(new CodePane(welcome, invited.server(), invited.code())));
        if (invited.hasAccount()) {
            known(invited);
        } else {
            anew(invited);
        }
    }

    private void known(Step.Invited invited) {
        var form = form();
        var password = form.password("password", "signin.password").required();
        submits(
                form,
                "join.account.do",
                () -> welcome().accounts().join(newcomer(invited, "", password.value(), Accounts.Consents.NONE)));
        getChildren().addAll(form, buttons());
    }

    private void anew(Step.Invited invited) {
        var form = form();
        var name = form.text("name", "redeem.name", "").required();
        var password = NewAccount.password(form);
        var boxes = NewAccount.Boxes.in(form);
        submits(
                form,
                "join.do",
                () -> welcome().accounts().join(newcomer(invited, name.value(), password.value(), boxes.consents())));
        getChildren().addAll(form, buttons());
    }

    private static Accounts.Newcomer newcomer(
            Step.Invited invited, String name, String password, Accounts.Consents consents) {
        return new Accounts.Newcomer(invited.server(), invited.code(), name, invited.email(), password, consents);
    }
}

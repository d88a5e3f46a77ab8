package cadran.desktop.accounts;

import cadran.desktop.organisation.RegistrationFields;

/** The first person of a new server, and their organisation. */
final class SetUpPane extends StepPane {
    SetUpPane(WelcomeView welcome, Step.SetUp step) {
        super(welcome, "setup.title", "setup.hint");
        var form = form();
        form.add(label("setup.you", "step-heading"));
        var name = form.text("person", "redeem.name", "").required();
        var email = form.text("email", "signin.email", "").required();
        var password = NewAccount.password(form);
        form.add(label("setup.organisation", "step-heading"));
        var organisation = new RegistrationFields(form, welcome.texts());
        var boxes = NewAccount.Boxes.in(form);
        back(() -> welcome.put(new CodePane(welcome, step.server(), step.code())));
        submits(
                form,
                "setup.do",
                () -> welcome.accounts()
                        .setUp(
                                new Accounts.Newcomer(
                                        step.server(),
                                        step.code(),
                                        name.value(),
                                        email.value(),
                                        password.value(),
                                        boxes.consents()),
                                organisation.value()));
        getChildren().addAll(form, buttons());
    }
}

package cadran.desktop.accounts;

import cadran.desktop.ui.FormField;
import cadran.model.problem.Problem;
import java.util.Optional;

/** A one-time code becomes an account: name, password, consents. */
final class RedeemPane extends StepPane {
    static final int SHORTEST_PASSWORD = 12;

    RedeemPane(WelcomeView welcome, String server) {
        super(welcome, "redeem.title", "redeem.hint");
        var form = form();
        var address = form.text("server", "signin.server", server).required();
        var code = form.text("code", "redeem.code", "").required();
        var name = form.text("name", "redeem.name", "").required();
        var email = form.text("email", "signin.email", "").required();
        var password = form.password("password", "redeem.password").required().rule(RedeemPane::longEnough);
        var terms = consent(form.toggle("terms", "redeem.terms", false));
        var privacy = consent(form.toggle("privacy", "redeem.privacy", false));
        var marketing = form.toggle("marketing", "redeem.marketing", false);
        back(() -> welcome.show(new Step.Welcome()));
        submits(
                form,
                "redeem.do",
                () -> welcome.accounts()
                        .redeem(new Accounts.Redemption(
                                address.value(),
                                code.value(),
                                name.value(),
                                email.value(),
                                password.value(),
                                terms.value(),
                                privacy.value(),
                                marketing.value())));
        getChildren().addAll(form, buttons());
    }

    static Optional<Problem> longEnough(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST_PASSWORD
                ? Optional.of(Problem.of("password.too_short").with("min", SHORTEST_PASSWORD))
                : Optional.empty();
    }

    private static FormField<Boolean> consent(FormField<Boolean> field) {
        return field.rule(given -> given ? Optional.empty() : Optional.of(Problem.of("consent.required")));
    }
}

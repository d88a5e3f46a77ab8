package cadran.desktop.accounts;

import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.problem.Problem;
import java.util.Optional;

/** What everybody with a new account is asked: a password, and consents. */
final class NewAccount {
    private static final int SHORTEST_PASSWORD = 12;

    private NewAccount() {}

    static FormField<String> password(Form form) {
        return form.password("password", "redeem.password").required().rule(NewAccount::longEnough);
    }

    static Optional<Problem> longEnough(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST_PASSWORD
                ? Optional.of(Problem.of("password.too_short").with("min", SHORTEST_PASSWORD))
                : Optional.empty();
    }

    /** The boxes, as they stand when they are asked. */
    record Boxes(FormField<Boolean> terms, FormField<Boolean> privacy, FormField<Boolean> marketing) {
        static Boxes in(Form form) {
            return new Boxes(
                    needed(form.toggle("terms", "redeem.terms", false)),
                    needed(form.toggle("privacy", "redeem.privacy", false)),
                    form.toggle("marketing", "redeem.marketing", false));
        }

        private static FormField<Boolean> needed(FormField<Boolean> field) {
            return field.rule(given -> given ? Optional.empty() : Optional.of(Problem.of("consent.required")));
        }

        Accounts.Consents consents() {
            return new Accounts.Consents(terms.value(), privacy.value(), marketing.value());
        }
    }
}

package cadran.desktop.accounts;

import org.jspecify.annotations.Nullable;

/** An account on a server. */
final class SignInPane extends StepPane {
    /** Somebody who comes by themselves. */
    SignInPane(WelcomeView welcome) {
        this(welcome, null, "", "");
    }

    /** @param why null where nothing happened before */
    SignInPane(WelcomeView welcome, Step.SignIn.@Nullable Why why, String server, String email) {
        super(welcome, family(why) + "title", family(why) + "hint");
        var form = form();
        var address = form.text("server", "signin.server", server).required();
        var mail = form.text("email", "signin.email", email).required();
        var password = form.password("password", "signin.password").required();
        back(welcome::start);
        submits(
                form,
                "signin.do",
                () -> welcome.accounts().signIn(new Accounts.SignIn(address.value(), mail.value(), password.value())));
        getChildren()
                .addAll(
                        form,
                        buttons(),
                        link("welcome.code", () -> welcome.put(new CodePane(welcome, address.value(), ""))));
    }

    private static String family(Step.SignIn.@Nullable Why why) {
        return switch (why) {
            case SESSION_ENDED -> "signin.again.";
            case PASSWORD_REPLACED -> "signin.replaced.";
            case null -> "signin.";
        };
    }
}

package cadran.desktop.accounts;

/** A one-time code, before it is known what it is for. */
final class CodePane extends StepPane {
    CodePane(WelcomeView welcome, String server, String typed) {
        super(welcome, "redeem.title", "redeem.hint");
        var form = form();
        var address = form.text("server", "signin.server", server).required();
        var code = form.text("code", "redeem.code", typed).required();
        back(welcome::start);
        submits(form, "redeem.do", () -> welcome.accounts().lookUp(address.value(), code.value()));
        getChildren().addAll(form, buttons());
    }
}

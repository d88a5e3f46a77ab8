package cadran.desktop.organisation;

import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.auth.EmailRules;
import cadran.model.organisations.Organisation;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.util.Optional;
import javafx.scene.Node;

/** The registration of a company or a person, and who administers it first. */
final class OrganisationForm implements Questions {
    private final Form form;
    private final RegistrationFields registration;
    private final FormField<String> adminEmail;
    private final FormField<Optional<String>> timeZone;

    OrganisationForm(ServerDesk server) {
        form = new Form(server.desk());
        registration = new RegistrationFields(form, server.texts());
        adminEmail = form.text("adminEmail", "organisations.admin-email", "")
                .required()
                .rule(OrganisationForm::emailProblem);
        timeZone = ZoneChoices.field(form, "Europe/Paris");
    }

    private static Optional<Problem> emailProblem(String typed) {
        try {
            EmailRules.require(typed);
            return Optional.empty();
        } catch (ProblemException wrong) {
            return Optional.of(wrong.problem());
        }
    }

    Organisation.Request request() {
        return new Organisation.Request(registration.value(), timeZone.value().orElseThrow(), adminEmail.value());
    }

    @Override
    public Node node() {
        return form;
    }

    @Override
    public boolean check() {
        return form.check();
    }

    /** The server names the registration's fields alone, and the address as an invitation does. */
    @Override
    public void show(Problem problem) {
        form.show("email".equals(problem.field()) ? problem.at("adminEmail") : problem);
    }
}

package cadran.desktop.organisation;

import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.auth.EmailRules;
import cadran.model.organisations.Organisation;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Registration;
import cadran.model.organisations.Siret;
import cadran.model.organisations.VatNumber;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The registration of a company or a person, and who administers it first. */
final class OrganisationForm implements Questions {
    private final Form form;
    private final FormField<Optional<OrganisationKind>> kind;
    private final FormField<String> name;
    private final FormField<String> siret;
    private final FormField<String> vatNumber;
    private final FormField<String> adminEmail;
    private final FormField<Optional<String>> timeZone;

    OrganisationForm(ServerDesk server) {
        var texts = server.texts();
        form = new Form(server.desk());
        kind = form.choice(
                        "kind",
                        "organisation.kind",
                        List.of(OrganisationKind.values()),
                        each -> texts.get("organisation.kind." + each.name().toLowerCase(Locale.ROOT)),
                        OrganisationKind.B2B)
                .required();
        name = form.text("name", "organisation.name", "").required().rule(typed -> problemAt("name"));
        siret = form.text("siret", "organisation.siret", "").rule(typed -> problemAt("siret"));
        vatNumber = form.text("vatNumber", "organisation.vat", "").rule(typed -> problemAt("vatNumber"));
        adminEmail = form.text("adminEmail", "organisations.admin-email", "")
                .required()
                .rule(OrganisationForm::emailProblem);
        timeZone = ZoneChoices.field(form, "Europe/Paris");
        if (kind.input() instanceof ComboBox<?> box) {
            box.valueProperty().subscribe(chosen -> {
                show(siret, chosen == OrganisationKind.B2B);
                show(vatNumber, chosen == OrganisationKind.B2B);
            });
        }
        siret.input().focusedProperty().subscribe(focused -> {
            if (!focused) {
                proposeVatNumber();
            }
        });
    }

    private static void show(FormField<?> field, boolean visible) {
        var box = field.input().getParent();
        box.setVisible(visible);
        box.setManaged(visible);
    }

    /** A French VAT number follows from the SIRET; it is only proposed, and only into an empty field. */
    private void proposeVatNumber() {
        if (vatNumber.input() instanceof TextField input
                && input.getText().isBlank()
                && Siret.parse(siret.value()) instanceof Checked.Valid<Siret>(var read, var _)) {
            input.setText(VatNumber.ofSiren(read.siren()).value());
        }
    }

    private Registration registration() {
        boolean company = kind.value().equals(Optional.of(OrganisationKind.B2B));
        return new Registration(
                company ? OrganisationKind.B2B : OrganisationKind.B2C,
                name.value(),
                company ? typed(siret) : null,
                company ? typed(vatNumber) : null);
    }

    private static @Nullable String typed(FormField<String> field) {
        return field.value().isBlank() ? null : field.value();
    }

    private Optional<Problem> problemAt(String field) {
        return registration().problems().stream()
                .filter(problem -> field.equals(problem.field()))
                .findFirst();
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
        return new Organisation.Request(
                registration(), timeZone.value().orElseThrow(), adminEmail.value());
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

package cadran.desktop.organisation;

import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Registration;
import cadran.model.organisations.Siret;
import cadran.model.organisations.VatNumber;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The inputs that register a company or a person, checked as the server checks them. */
public final class RegistrationFields {
    private final FormField<Optional<OrganisationKind>> kind;
    private final FormField<String> name;
    private final FormField<String> siret;
    private final FormField<String> vatNumber;

    public RegistrationFields(Form form, Texts texts) {
        kind = form.choice(
                        "kind",
                        "organisation.kind",
                        List.of(OrganisationKind.values()),
                        each -> texts.get("organisation.kind." + each.name().toLowerCase(Locale.ROOT)),
                        OrganisationKind.B2B)
                .required();
        name = form.text("name", "registration.name", "").required().rule(typed -> problemAt("name"));
        siret = form.text("siret", "organisation.siret", "").rule(typed -> problemAt("siret"));
        vatNumber = form.text("vatNumber", "organisation.vat", "").starred(true).rule(typed -> problemAt("vatNumber"));
        if (vatNumber.input() instanceof TextField input) {
            // A company abroad has none.
            input.textProperty().subscribe(typed -> siret.starred(!isForeign(typed)));
        }
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

    private static boolean isForeign(String typed) {
        return VatNumber.parse(typed) instanceof Checked.Valid<VatNumber>(var read, var _)
                && read.siren().isEmpty();
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

    public Registration value() {
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
        return value().problems().stream()
                .filter(problem -> field.equals(problem.field()))
                .findFirst();
    }
}

package cadran.model.organisations;

import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives to register an organisation, as typed. A company brings its SIRET and its VAT number; one of
 * another country of the Union has no SIRET, so its VAT number alone is enough.
 */
public record Registration(
        OrganisationKind kind,
        String name,
        @Nullable String siret,
        @Nullable String vatNumber) {
    public static final int NAME_MAX = 200;

    /** Every reason to refuse, each with its field, so that a form can show them all at once. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (name.isBlank()) {
            problems.add(Problem.of("field.required").at("name"));
        } else if (name.length() > NAME_MAX) {
            problems.add(Problem.of("field.too_long").with("max", NAME_MAX).at("name"));
        }
        switch (kind) {
            case B2B -> companyProblems(problems);
            case B2C -> personProblems(problems);
        }
        return List.copyOf(problems);
    }

    private void companyProblems(List<Problem> problems) {
        var readSiret = siret == null || siret.isBlank() ? null : Siret.parse(siret);
        var readVat = vatNumber == null || vatNumber.isBlank() ? null : VatNumber.parse(vatNumber);
        boolean foreign = readVat instanceof Checked.Valid<VatNumber>(var vat, var _)
                && vat.siren().isEmpty();
        if (readVat == null) {
            problems.add(Problem.of("field.required").at("vatNumber"));
        }
        if (readSiret == null && !foreign) {
            problems.add(Problem.of("field.required").at("siret"));
        }
        if (readSiret instanceof Checked.Invalid<Siret>(var problem)) {
            problems.add(problem.at("siret"));
        }
        if (readVat instanceof Checked.Invalid<VatNumber>(var problem)) {
            problems.add(problem.at("vatNumber"));
        }
        if (readSiret instanceof Checked.Valid<Siret>(var checkedSiret, var _)
                && readVat instanceof Checked.Valid<VatNumber>(var vat, var _)
                && vat.siren()
                        .filter(siren -> !siren.equals(checkedSiret.siren()))
                        .isPresent()) {
            problems.add(Problem.of("vat.other_company").at("vatNumber"));
        }
    }

    private void personProblems(List<Problem> problems) {
        if (siret != null && !siret.isBlank()) {
            problems.add(Problem.of("registration.person_with_company_number").at("siret"));
        }
        if (vatNumber != null && !vatNumber.isBlank()) {
            problems.add(Problem.of("registration.person_with_company_number").at("vatNumber"));
        }
    }
}

package cadran.model.organisations;

import cadran.model.problem.Checked;
import cadran.model.problem.Problem;

/** The identity of a French establishment at INSEE: the company's SIREN (9 digits), then the establishment (5). */
public record Siret(String value) {
    /** INSEE gave La Poste's offices numbers without Luhn check; there the plain sum of the digits divides by five. */
    private static final String LA_POSTE = "356000000";

    public static Checked<Siret> parse(String text) {
        var digits = text.replaceAll("[\\s\\u00A0\\u202F.]", "");
        if (!digits.matches("[0-9]{14}")) {
            return Checked.invalid(Problem.of("siret.digits").with("text", text));
        }
        return hasValidCheck(digits)
                ? Checked.valid(new Siret(digits))
                : Checked.invalid(Problem.of("siret.check").with("text", text));
    }

    public String siren() {
        return value.substring(0, 9);
    }

    private static boolean hasValidCheck(String digits) {
        var siren = digits.substring(0, 9);
        if (siren.equals("000000000") || !LuhnChecksum.holds(siren)) {
            return false;
        }
        boolean officeOfLaPoste =
                siren.equals(LA_POSTE) && digits.chars().map(c -> c - '0').sum() % 5 == 0;
        return LuhnChecksum.holds(digits) || officeOfLaPoste;
    }

    @Override
    public String toString() {
        return value;
    }
}

package cadran.model.organisations;

import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A VAT number of the European Union, in the form of the Commission's VIES service: country, then the number without
 * spaces. Only the French key is computed; whether the number is registered, only VIES knows.
 */
public record VatNumber(String value) {
    /** Shapes after the country code, from the list in the VIES questions and answers. Greece is EL, Northern Ireland XI. */
    private static final Map<String, Pattern> SHAPES = Map.ofEntries(
            shape("AT", "U\\d{8}"),
            shape("BE", "[01]\\d{9}"),
            shape("BG", "\\d{9,10}"),
            shape("CY", "\\d{8}[A-Z]"),
            shape("CZ", "\\d{8,10}"),
            shape("DE", "\\d{9}"),
            shape("DK", "\\d{8}"),
            shape("EE", "\\d{9}"),
            shape("EL", "\\d{9}"),
            shape("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
            shape("FI", "\\d{8}"),
            shape("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
            shape("HR", "\\d{11}"),
            shape("HU", "\\d{8}"),
            shape("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"),
            shape("IT", "\\d{11}"),
            shape("LT", "\\d{9}|\\d{12}"),
            shape("LU", "\\d{8}"),
            shape("LV", "\\d{11}"),
            shape("MT", "\\d{8}"),
            shape("NL", "[A-Z0-9+*]{12}"),
            shape("PL", "\\d{10}"),
            shape("PT", "\\d{9}"),
            shape("RO", "\\d{2,10}"),
            shape("SE", "\\d{12}"),
            shape("SI", "\\d{8}"),
            shape("SK", "\\d{10}"),
            shape("XI", "\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3}"));

    public static Checked<VatNumber> parse(String text) {
        var compact = text.replaceAll("[\\s\\u00A0\\u202F.-]", "").toUpperCase(Locale.ROOT);
        var country = compact.substring(0, Math.min(2, compact.length()));
        var shape = SHAPES.get(country);
        if (shape == null) {
            return Checked.invalid(Problem.of("vat.country").with("text", text));
        }
        if (!shape.matcher(compact.substring(2)).matches()) {
            return Checked.invalid(
                    Problem.of("vat.format").with("country", country).with("text", text));
        }
        var number = new VatNumber(compact);
        return number.hasWrongFrenchKey()
                ? Checked.invalid(Problem.of("vat.check").with("text", text))
                : Checked.valid(number);
    }

    public static VatNumber ofSiren(String siren) {
        return new VatNumber("FR" + frenchKey(siren) + siren);
    }

    public String country() {
        return value.substring(0, 2);
    }

    public Optional<String> siren() {
        return country().equals("FR") ? Optional.of(value.substring(4)) : Optional.empty();
    }

    /** Keys with letters are allowed but not computed from the SIREN by a published rule: their shape is all that is checked. */
    private boolean hasWrongFrenchKey() {
        var key = value.substring(2, 4);
        return siren().filter(siren -> key.matches("\\d\\d") && !key.equals(frenchKey(siren)))
                .isPresent();
    }

    /** Code général des impôts, annexe III: 12 plus three times the SIREN modulo 97, modulo 97. */
    private static String frenchKey(String siren) {
        return "%02d".formatted((12 + 3 * (Long.parseLong(siren) % 97)) % 97);
    }

    private static Map.Entry<String, Pattern> shape(String country, String regex) {
        return Map.entry(country, Pattern.compile(regex));
    }

    @Override
    public String toString() {
        return value;
    }
}

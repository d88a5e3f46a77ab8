package cadran.model.numbers;

import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.regex.Pattern;

/**
 * What remains of a typed or pasted number once its punctuation is gone.
 *
 * @param plus whether it began with one, so that a calling code follows
 */
record NumberText(boolean plus, String digits) {
    /** A spreadsheet that took the number for a quantity: the last digits are lost and nobody can bring them back. */
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+([.,]\\d+)?[eE][+-]?\\d+");

    /** The same accident before the digits are lost: 33144000000.0 still has all of them. */
    private static final Pattern WITH_DECIMAL = Pattern.compile("(\\+?\\d{7,})[.,]0");

    static Checked<NumberText> read(String typed) {
        var text = typed.strip();
        if (SCIENTIFIC.matcher(text).matches()) {
            return Checked.invalid(Problem.of("number.scientific").with("text", text));
        }
        var decimal = WITH_DECIMAL.matcher(text);
        if (decimal.matches()) {
            text = decimal.group(1);
        }
        var digits = new StringBuilder();
        boolean plus = false;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int digit = Character.digit(character, 10);
            if (digit >= 0) {
                digits.append(digit);
            } else if ((character == '+' || character == '\uFF0B') && digits.isEmpty() && !plus) {
                plus = true;
            } else if (!isPunctuation(character) && !(character == '\'' && at == 0)) {
                return Checked.invalid(Problem.of("number.character").with("character", Character.toString(character)));
            }
            at += Character.charCount(character);
        }
        return digits.isEmpty()
                ? Checked.invalid(Problem.of("number.empty"))
                : Checked.valid(new NumberText(plus, digits.toString()));
    }

    /** Every space and dash, and the invisible direction marks that come along when a number is copied from a web page. */
    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION, Character.FORMAT -> true;
            default -> ".()/\u2212\t".indexOf(character) >= 0;
        };
    }
}

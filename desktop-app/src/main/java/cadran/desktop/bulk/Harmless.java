package cadran.desktop.bulk;

import java.util.regex.Pattern;

/**
 * Texts as a spreadsheet takes them for texts. What begins like a formula gets an apostrophe in front, which goes when it
 * is read again. Numbers and phone numbers begin with a sign too: they stay as they are, since nothing in them can be a
 * formula that does something, and people go on working with them.
 */
final class Harmless {
    private static final char MARK = '\'';
    /** The signs by which OWASP says that formulas begin, in both widths. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[+-]|[+-]?\\d+([.,]\\d+)?");
    /** A country's code, and a space behind it, by which it is no calculation either. */
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+\\d{1,3}[ \u00a0\u202f][\\d ().\u00a0\u202f-]+");

    private Harmless() {}

    static String write(String cell) {
        return FORMULA.matcher(cell).matches() && !isNumber(cell) ? MARK + cell : cell;
    }

    static String read(String cell) {
        return !cell.isEmpty()
                        && cell.charAt(0) == MARK
                        && FORMULA.matcher(cell).matches()
                ? cell.substring(1)
                : cell;
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches() || PHONE_NUMBER.matcher(cell).matches();
    }
}

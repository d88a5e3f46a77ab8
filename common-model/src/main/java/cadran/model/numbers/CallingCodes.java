package cadran.model.numbers;

import java.util.Set;

/** Where the calling code ends: codes are prefix-free, and which ones have one or two digits has been fixed by ITU-T E.164 for decades. */
final class CallingCodes {
    private static final Set<String> OF_TWO_DIGITS = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");

    private CallingCodes() {}

    /** @param digits at least three, the first not 0 */
    static int lengthIn(String digits) {
        char first = digits.charAt(0);
        if (first == '1' || first == '7') {
            return 1;
        }
        return OF_TWO_DIGITS.contains(digits.substring(0, 2)) ? 2 : 3;
    }
}

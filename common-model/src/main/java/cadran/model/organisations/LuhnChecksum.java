package cadran.model.organisations;

/** The check that INSEE put into SIREN and SIRET numbers (ISO/IEC 7812-1, annex B). */
public final class LuhnChecksum {
    private LuhnChecksum() {}

    public static boolean holds(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighted = fromRight % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** The digits with the one behind them that makes the check hold. */
    public static String completed(String digits) {
        for (char check = '0'; check < '9'; check++) {
            if (holds(digits + check)) {
                return digits + check;
            }
        }
        return digits + '9';
    }
}

package cadran.model.numbers;

/** Numbers as people write them: French ones as they are dialled in France, others with their calling code. */
public final class NumberDisplay {
    /** A number must not be broken at the end of a line. */
    private static final String NO_BREAK_SPACE = "\u00A0";

    private NumberDisplay() {}

    public static String of(E164 number) {
        if (!FrenchPlan.has(number)) {
            return SecondOpinion.international(number).replace(" ", NO_BREAK_SPACE);
        }
        var national = FrenchPlan.dialled(number);
        boolean overseas = !number.callingCode().equals("+33");
        if (national.length() == 10 && national.startsWith("08")) {
            return grouped(national, 1, 3, 2, 2, 2);
        }
        return overseas ? grouped(national, 4, 2, 2, 2, 2, 1) : grouped(national, 2, 2, 2, 2, 2, 2, 2);
    }

    /** As it is dialled in its own country, and as telephone exchanges, files and carriers there want it: digits alone. */
    public static String national(E164 number) {
        return FrenchPlan.has(number)
                ? FrenchPlan.dialled(number)
                : SecondOpinion.national(number).replaceAll("[^0-9]", "");
    }

    private static String grouped(String digits, int... sizes) {
        var text = new StringBuilder();
        int start = 0;
        for (int size : sizes) {
            int end = Math.min(start + size, digits.length());
            if (start < end) {
                text.append(start == 0 ? "" : NO_BREAK_SPACE).append(digits, start, end);
            }
            start = end;
        }
        return text.append(digits.substring(start)).toString();
    }
}

package cadran.model.numbers;

import java.util.regex.Pattern;

/**
 * A number in the one form that is stored, compared and sent: a plus, the calling code, the national number, nothing
 * else. Two spellings of the same number have the same value; {@link NumberParser} sees to that.
 */
public record E164(String value) implements Comparable<E164> {
    /** ITU-T E.164 ends at 15 digits; the shortest numbers in use (Niue, +683) have 7 with their code. */
    private static final Pattern SHAPE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public E164 {
        if (!isCanonical(value)) {
            throw new IllegalArgumentException("Not a canonical number: " + value);
        }
    }

    public static boolean isCanonical(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** Such as {@code +33}. */
    public String callingCode() {
        return value.substring(0, codeEnd());
    }

    /** What follows the calling code; in France nine digits, without the 0. */
    public String national() {
        return value.substring(codeEnd());
    }

    private int codeEnd() {
        return 1 + CallingCodes.lengthIn(value.substring(1));
    }

    @Override
    public int compareTo(E164 other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

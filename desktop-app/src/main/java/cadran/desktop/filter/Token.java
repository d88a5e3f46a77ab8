package cadran.desktop.filter;

/**
 * A piece of a filter line, as it was typed.
 *
 * @param from where it begins in the line
 * @param to behind its last character
 * @param key empty for a word or a number by itself
 * @param value with the quotation marks it was typed in
 */
record Token(int from, int to, boolean negated, String key, Sign sign, String value) {
    boolean isKeyed() {
        return !key.isEmpty();
    }

    /** Where the value begins in the line. */
    int valueFrom() {
        return to - value.length();
    }
}

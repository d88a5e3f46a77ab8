package cadran.desktop.ui;

/**
 * How a filter line can go on.
 *
 * @param from where in the line it goes
 * @param to before what stays behind it
 * @param text what is put there
 * @param label as a person knows it
 */
public record Suggestion(int from, int to, String text, String label) {
    /** What stands there already would only lie over what the line means. */
    boolean changes(String line) {
        return !line.substring(from, to).strip().equalsIgnoreCase(text.strip());
    }
}

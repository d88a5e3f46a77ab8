package cadran.desktop.simulation;

/** A promise was broken. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String invariant;

    Violation(String invariant, String what) {
        super(what);
        this.invariant = invariant;
    }

    Violation(String invariant, Throwable cause) {
        super(cause.toString(), cause);
        this.invariant = invariant;
    }

    /** Which one, in a few words that stay the same. */
    String invariant() {
        return invariant;
    }
}

package cadran.desktop.simulation;

/** Unwinds whoever was running on a machine that is no more. An error, because the code under test handles exceptions. */
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("the machine stopped", null, false, false);
    }
}

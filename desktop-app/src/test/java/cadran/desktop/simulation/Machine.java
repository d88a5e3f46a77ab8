package cadran.desktop.simulation;

/** Something that runs and can stop at any step. */
interface Machine {
    /** Before something is done. */
    void step(String what);

    /** Throws {@link Crash} when this is not to go on. */
    void mustLive();

    /** Whether whoever runs now only unwinds. */
    boolean isUnwinding();

    /** When the power went during the last statement, everybody on the machine stops. */
    void stopIfCut();

    Tamper tamper();
}

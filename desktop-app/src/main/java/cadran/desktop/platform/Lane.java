package cadran.desktop.platform;

/** Where background work runs. */
public enum Lane {
    /** Many at once, on virtual threads: reading, the network. */
    READERS,
    /** One at a time, in the order asked: whatever changes local files. */
    WRITER
}

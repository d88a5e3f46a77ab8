package cadran.desktop.platform;

/** How running work tells how far it is, and learns that nobody wants its result any more. */
public interface Progress {
    void report(long done, long total);

    boolean isCancelled();

    /** Throws {@link java.util.concurrent.CancellationException} once cancelled: a line to put into loops. */
    void stopIfCancelled();
}

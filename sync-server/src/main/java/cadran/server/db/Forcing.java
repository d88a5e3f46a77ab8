package cadran.server.db;

/** How a commit comes onto the disk. */
interface Forcing extends AutoCloseable {
    /** Returns when everything committed before the call survives a power cut. */
    void await();

    @Override
    void close();
}

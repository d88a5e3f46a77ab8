package cadran.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * H2's file, forced onto the disk beside H2: its own {@code CHECKPOINT SYNC} would write it as well, and keep everybody
 * out for as long as the disk needs. Where a process closes a file, it gives up all its locks on it, H2's too, so this is
 * closed after H2.
 */
final class DataFile implements AutoCloseable {
    private static final String URL = "jdbc:h2:file:";

    private final @Nullable Path path;
    private @Nullable FileChannel channel;

    DataFile(DatabaseSettings settings) {
        path = path(settings);
    }

    /** Null for a database in memory. */
    static @Nullable Path path(DatabaseSettings settings) {
        return settings.url().startsWith(URL)
                ? Path.of(settings.url().substring(URL.length()).replaceFirst(";.*", "") + ".mv.db")
                : null;
    }

    /** Returns when everything that H2 has written into the file survives a power cut. */
    synchronized void force() {
        if (path == null) return;
        try {
            if (channel == null) channel = FileChannel.open(path, StandardOpenOption.WRITE);
            channel.force(false);
        } catch (IOException failure) {
            throw new UncheckedIOException("The database file can't be forced onto the disk", failure);
        }
    }

    @Override
    public synchronized void close() {
        if (channel == null) return;
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package cadran.desktop.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** An H2 file system over the real one that has no room while {@link #full}, or forces nothing. */
public final class FullDisk extends FilePathWrapper {
    static final String SCHEME = "fulldisk";
    static volatile boolean full;
    /** Takes what is written and can't say that it is there. */
    static volatile boolean unforceable;
    /** Writes that a power cut would take back. */
    static final AtomicInteger UNFORCED = new AtomicInteger();

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    @Override
    public FilePath unwrap() {
        return super.unwrap();
    }

    private static void room() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel real;

        Channel(FileChannel real) {
            this.real = real;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public synchronized int read(ByteBuffer to, long position) throws IOException {
            return real.read(to, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            room();
            UNFORCED.incrementAndGet();
            return real.write(from, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            real.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            room();
            if (unforceable) {
                throw new IOException("Input/output error");
            }
            real.force(metadata);
            UNFORCED.set(0);
        }

        @Override
        public java.nio.channels.FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}

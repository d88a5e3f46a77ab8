package cadran.model.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/**
 * A file of H2 that is whole after a power cut. After one, H2 looks for the part that was written last where the head of the
 * file says, where it expected to write next from there, and at the end of the file. It writes the head after a part that it
 * wrote elsewhere. When that part took the place of one on the way, or the disk wrote the two in another order, H2 takes an
 * older part for the last, and what was saved since is gone. Here the head names each part before anything else is written.
 *
 * <p>The writes reach the disk in the order in which they were made, the last block of a part after its others, because H2
 * takes a part for whole when it finds its beginning and its end. What is left to the disk is that a block is written or not.
 */
final class OrderedFile extends FileBaseDefault {
    private final FileChannel file;
    private boolean unforced;
    /** The one found at opening is a pattern only: where the part it names is damaged, H2 goes on from an older one. */
    private @Nullable StoreHead head;
    /** The version of the part that was written last since opening, as far as the head or the parts told. */
    private long newest;
    /** Whether the head in the file says something older. */
    private boolean stale;

    OrderedFile(FileChannel file) throws IOException {
        this.file = file;
        var first = ByteBuffer.allocate(StoreHead.BYTES);
        for (int count = 0; count >= 0 && first.hasRemaining(); ) {
            count = file.read(first, first.position());
        }
        first.clear();
        var one = StoreHead.of(first);
        head = one != null ? one : StoreHead.of(first.position(StoreHead.BLOCK));
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    // Readers at places of their own need not wait for each other.
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public int read(ByteBuffer into, long position) throws IOException {
        return file.read(into, position);
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
        int length = from.remaining();
        var next = position == 0 ? StoreHead.of(from) : null;
        if (next != null) {
            head = next;
            newest = next.version();
            writeHead(next);
        } else {
            write(from.slice(), position, length);
        }
        from.position(from.limit());
        return length;
    }

    private void write(ByteBuffer part, long position, int length) throws IOException {
        beforeNext();
        int last = Math.min(length, StoreHead.BLOCK);
        if (length > last) {
            writeAll(part.slice(0, length - last), position);
            forceWhatWasWritten();
        }
        writeAll(part.slice(length - last, last), position + length - last);
        var next = head == null ? null : head.after(part, position);
        // H2 moves older parts too, but writes the head before it does.
        if (next != null && next.version() > newest) {
            head = next;
            newest = next.version();
            stale = true;
        }
    }

    private void beforeNext() throws IOException {
        forceWhatWasWritten();
        if (stale && head != null) {
            writeHead(head);
            forceWhatWasWritten();
        }
    }

    private void writeHead(StoreHead next) throws IOException {
        forceWhatWasWritten();
        writeAll(next.bytes(), 0);
        stale = false;
    }

    private void writeAll(ByteBuffer from, long position) throws IOException {
        unforced = true;
        for (long at = position; from.hasRemaining(); ) {
            at += file.write(from, at);
        }
    }

    private void forceWhatWasWritten() throws IOException {
        if (unforced) {
            file.force(false);
            unforced = false;
        }
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
        beforeNext();
        unforced = true;
        file.truncate(size);
    }

    @Override
    public synchronized void force(boolean metadata) throws IOException {
        beforeNext();
        file.force(metadata);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}

package cadran.desktop.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file that is encrypted as {@link Xts} says. In front of what its user sees stands a sector with a salt, because two
 * files of a profile must not look alike where they are alike.
 */
final class SealedFile extends FileBaseDefault {
    static final int HEADER = Xts.SECTOR;
    private static final byte[] MARK = "Cadran XTS 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 32;

    private final FileChannel file;
    private final ThreadLocal<Xts> xts;

    private SealedFile(FileChannel file, byte[] key) {
        this.file = file;
        xts = ThreadLocal.withInitial(() -> new Xts(key));
    }

    static SealedFile open(FileChannel file, FileKey key) throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        // Shorter than its head is one whose making was cut off: nothing was ever written behind it.
        if (file.size() < HEADER) {
            var salt = new byte[SALT];
            new SecureRandom().nextBytes(salt);
            header.put(MARK).put(salt).clear();
            writeAll(file, header, 0);
            file.force(true);
        } else {
            readAll(file, header, 0);
        }
        var bytes = header.array();
        if (!Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
            file.close();
            throw new IOException("not a file of this program");
        }
        return new SealedFile(file, derived(key, Arrays.copyOfRange(bytes, MARK.length, MARK.length + SALT)));
    }

    private static byte[] derived(FileKey key, byte[] salt) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bits(), "HmacSHA256"));
            return mac.doFinal(salt);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static int readAll(FileChannel from, ByteBuffer into, long position) throws IOException {
        int start = into.position();
        while (into.hasRemaining()) {
            if (from.read(into, position + into.position() - start) < 0) {
                break;
            }
        }
        return into.position() - start;
    }

    private static void writeAll(FileChannel to, ByteBuffer from, long position) throws IOException {
        long at = position;
        while (from.hasRemaining()) {
            at += to.write(from, at);
        }
    }

    @Override
    public long size() throws IOException {
        return Math.max(0, file.size() - HEADER);
    }

    // Readers at places of their own need not wait for each other.
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public int read(ByteBuffer into, long position) throws IOException {
        int wanted = into.remaining();
        if (wanted == 0) {
            return 0;
        }
        long from = position - position % Xts.BLOCK;
        int before = (int) (position - from);
        var bytes = new byte[(before + wanted + Xts.BLOCK - 1) / Xts.BLOCK * Xts.BLOCK];
        int there = readAll(file, ByteBuffer.wrap(bytes), HEADER + from);
        if (there <= before) {
            return -1;
        }
        if (there % Xts.BLOCK != 0) {
            throw new EOFException("the file ends inside a block");
        }
        xts.get().decrypt(from, bytes, there);
        int count = Math.min(wanted, there - before);
        into.put(bytes, before, count);
        return count;
    }

    /** H2 writes whole sectors, whole blocks at least. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public int write(ByteBuffer from, long position) throws IOException {
        var bytes = new byte[from.remaining()];
        from.get(bytes);
        xts.get().encrypt(position, bytes, bytes.length);
        writeAll(file, ByteBuffer.wrap(bytes), HEADER + position);
        return bytes.length;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.truncate(HEADER + size);
    }

    @Override
    public void force(boolean metadata) throws IOException {
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

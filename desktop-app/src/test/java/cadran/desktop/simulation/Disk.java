package cadran.desktop.simulation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The files of one machine. What was written and not forced may be gone after a crash: all of it, what came last, or
 * any of it, block by block where the disk tears what is written at once. Each change remembers how to take it back.
 */
final class Disk {
    /** What a crash does to the writes that were not forced. */
    private enum Loss {
        ALL,
        LAST,
        ANY,
        NONE
    }

    private static final List<Loss> LOSSES = List.of(Loss.values());

    /** @param before the bytes that it replaced; shorter than what was written where the file ended */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Change(long position, byte[] written, byte[] before, long sizeBefore, long sizeAfter) {}

    private static final class Content {
        private byte[] bytes = new byte[0];
        private int size;
        private final List<Change> unforced = new ArrayList<>();
    }

    private final Map<String, Content> files = new TreeMap<>();
    private final boolean forgetsForced;
    private final int block;
    private int life;
    private boolean full;
    private long operationsLeft = Long.MAX_VALUE;

    /** @param forgetsForced a disk that lies: what it was told to force counts as not forced */
    Disk(boolean forgetsForced) {
        this(forgetsForced, Integer.MAX_VALUE);
    }

    private Disk(boolean forgetsForced, int block) {
        this.forgetsForced = forgetsForced;
        this.block = block;
    }

    /** One that may lose any block of what was written at once, like most. */
    static Disk tearing(boolean forgetsForced) {
        return new Disk(forgetsForced, 4096);
    }

    /** Handles of an earlier life are dead. */
    synchronized int life() {
        return life;
    }

    /** The power goes in the middle of what comes: after so many operations on files. */
    synchronized void cutAfter(int operations) {
        operationsLeft = operations;
    }

    synchronized boolean isCut() {
        return operationsLeft <= 0;
    }

    synchronized void full(boolean now) {
        full = now;
    }

    synchronized boolean exists(String name) {
        return files.containsKey(name);
    }

    synchronized List<String> names() {
        return List.copyOf(files.keySet());
    }

    synchronized long size(String name) {
        var content = files.get(name);
        return content == null ? 0 : content.size;
    }

    synchronized void delete(String name) {
        files.remove(name);
    }

    synchronized void rename(String from, String to) {
        files.put(to, files.remove(from));
    }

    synchronized int read(String name, ByteBuffer to, long position) {
        var content = file(name);
        int count = (int) Math.min(to.remaining(), content.size - position);
        if (count <= 0) {
            return -1;
        }
        to.put(content.bytes, (int) position, count);
        return count;
    }

    synchronized int write(int ofLife, String name, ByteBuffer from, long position) throws IOException {
        operate(ofLife);
        if (full) {
            throw new IOException("No space left on device");
        }
        var content = file(name);
        int length = from.remaining();
        for (long at = position; from.hasRemaining(); at += block) {
            var written = new byte[Math.min(from.remaining(), block)];
            from.get(written);
            change(content, at, written, Math.max(content.size, at + written.length));
        }
        return length;
    }

    synchronized void truncate(int ofLife, String name, long size) throws IOException {
        operate(ofLife);
        var content = file(name);
        if (size < content.size) {
            change(content, size, new byte[0], size);
        }
    }

    synchronized void force(int ofLife, String name) throws IOException {
        operate(ofLife);
        if (full) {
            throw new IOException("No space left on device");
        }
        if (!forgetsForced) {
            file(name).unforced.clear();
        }
    }

    private void operate(int ofLife) throws IOException {
        if (ofLife != life || isCut() || --operationsLeft <= 0) {
            throw new IOException("the machine stopped");
        }
    }

    private Content file(String name) {
        return files.computeIfAbsent(name, absent -> new Content());
    }

    private static void change(Content content, long position, byte[] written, long sizeAfter) {
        int from = (int) Math.min(position, content.size);
        int replacedEnd = sizeAfter < content.size ? content.size : (int) (position + written.length);
        var before = Arrays.copyOfRange(content.bytes, from, Math.min(replacedEnd, content.size));
        var change = new Change(position, written, before, content.size, sizeAfter);
        redo(content, change);
        content.unforced.add(change);
    }

    private static void redo(Content content, Change change) {
        resize(content, (int) change.sizeAfter());
        System.arraycopy(change.written(), 0, content.bytes, (int) change.position(), change.written().length);
    }

    private static void undo(Content content, Change change) {
        resize(content, (int) change.sizeBefore());
        int from = (int) Math.min(change.position(), change.sizeBefore());
        System.arraycopy(change.before(), 0, content.bytes, from, change.before().length);
    }

    private static void resize(Content content, int size) {
        if (size > content.bytes.length) {
            content.bytes = Arrays.copyOf(content.bytes, Math.max(size, content.bytes.length * 2));
        }
        if (size < content.size) {
            Arrays.fill(content.bytes, size, content.size, (byte) 0);
        }
        content.size = size;
    }

    /** Stops the machine. What is left is what the next life finds; returns what that is. */
    synchronized String crash(RandomGenerator random) {
        life++;
        operationsLeft = Long.MAX_VALUE;
        full = false;
        var told = new StringJoiner(", ");
        files.forEach((name, content) -> {
            // How often H2 writes can depend on the machine's clock: a stream of its own, so that others stay the same.
            var own = new SplittableRandom(random.nextLong());
            var loss = LOSSES.get(own.nextInt(LOSSES.size()));
            lose(content, loss, own);
            told.add(name + " loses " + loss.name().toLowerCase(Locale.ROOT) + " of what was not forced");
        });
        return told.toString();
    }

    private static void lose(Content content, Loss loss, RandomGenerator random) {
        var changes = List.copyOf(content.unforced);
        content.unforced.clear();
        for (var change : changes.reversed()) {
            undo(content, change);
        }
        int first = changes.isEmpty() ? 0 : random.nextInt(changes.size() + 1);
        for (int i = 0; i < changes.size(); i++) {
            boolean kept = switch (loss) {
                case ALL -> false;
                case NONE -> true;
                case LAST -> i < first;
                case ANY -> random.nextBoolean();
            };
            var change = changes.get(i);
            if (kept) {
                int end = (int) (change.position() + change.written().length);
                long size = change.sizeAfter() < change.sizeBefore() ? change.sizeAfter() : Math.max(content.size, end);
                redo(content, new Change(change.position(), change.written(), change.before(), content.size, size));
            }
        }
    }

    /** What a power cut now would leave at the least: a backup. */
    synchronized Map<String, byte[]> forced() {
        var copy = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> {
            var old = new Content();
            old.bytes = content.bytes.clone();
            old.size = content.size;
            for (var change : content.unforced.reversed()) {
                undo(old, change);
            }
            copy.put(name, Arrays.copyOf(old.bytes, old.size));
        });
        return copy;
    }

    synchronized void replace(Map<String, byte[]> contents) {
        life++;
        operationsLeft = Long.MAX_VALUE;
        files.clear();
        contents.forEach((name, bytes) -> {
            var content = file(name);
            content.bytes = bytes.clone();
            content.size = bytes.length;
        });
    }

    /** Bytes that nobody wrote, as a dying disk or a careless program leaves them. */
    synchronized void damage(String name, RandomGenerator random) {
        var content = files.get(name);
        if (content != null && content.size > 0) {
            int from = random.nextInt(content.size);
            var noise = new byte[Math.min(content.size - from, 1 + random.nextInt(20_000))];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, content.bytes, from, noise.length);
        }
    }
}

package cadran.model.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of bytes. What follows the last line break is a line too, if there is any of it. */
final class Lines {
    private static final int FIRST = 1 << 16;
    /** A row of the largest fields takes less than a hundredth of it. */
    private static final int LONGEST = 1 << 24;

    private final InputStream in;
    private byte[] buffer = new byte[FIRST];
    private int start;
    private int end;
    private int filled;

    Lines(InputStream in) {
        this.in = in;
    }

    /** False behind the last line. The bytes stand in {@link #bytes} until the next call. */
    boolean next() throws IOException {
        start = end < filled && buffer[end] == '\n' ? end + 1 : end;
        int at = start;
        while (true) {
            while (at < filled && buffer[at] != '\n') at++;
            if (at < filled) {
                end = at;
                return true;
            }
            int before = start;
            if (!fill()) {
                end = filled;
                return end > start;
            }
            at -= before - start;
        }
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            if (filled >= LONGEST) throw new DamagedPageException("a line without an end");
            buffer = Arrays.copyOf(buffer, filled * 2);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(count, 0);
        return count >= 0;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return start;
    }

    int length() {
        return end - start;
    }
}

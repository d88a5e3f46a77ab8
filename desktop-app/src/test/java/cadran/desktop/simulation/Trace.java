package cadran.desktop.simulation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened, step by step: a hash over all of it, the last lines for a failure, and every line for who asks. */
final class Trace {
    private static final int KEPT = 40;
    private static final long PRIME = 0x100000001b3L;

    private record Line(long step, long at, String who, String what) {
        @Override
        public String toString() {
            return "%7d %13.6fs %-12s %s".formatted(step, at / 1e9, who, what);
        }
    }

    private final @Nullable PrintStream out;
    private final Line[] last = new Line[KEPT];
    private long lines;
    private long hash = 0xcbf29ce484222325L;

    /** @param out where every line goes, null for nowhere */
    Trace(@Nullable PrintStream out) {
        this.out = out;
    }

    void add(long at, String who, String what) {
        add(at, who, what, "");
    }

    /** @param detail told, and not part of the hash: how others word a failure can depend on their threads */
    void add(long at, String who, String what, String detail) {
        hash = (hash ^ at) * PRIME;
        hash = (hash ^ who.hashCode()) * PRIME;
        hash = (hash ^ what.hashCode()) * PRIME;
        var line = new Line(lines, at, who, what + detail);
        last[(int) (lines++ % KEPT)] = line;
        if (out != null) {
            out.println(line);
        }
    }

    long lines() {
        return lines;
    }

    /** Equal for two runs that did the same in the same order. */
    String hash() {
        return "%016x".formatted(hash);
    }

    List<String> lastLines() {
        var texts = new ArrayList<String>();
        for (long i = Math.max(0, lines - KEPT); i < lines; i++) {
            texts.add(last[(int) (i % KEPT)].toString());
        }
        return texts;
    }
}

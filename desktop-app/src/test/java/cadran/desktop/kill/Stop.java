package cadran.desktop.kill;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Inside a process: says when it has got to the place where it is to be killed, and does not go on from there. */
final class Stop {
    private static final int LONGEST = 400;

    private final Pattern event;
    private final AtomicInteger left;
    private final PrintStream out;
    private volatile boolean armed;

    /** @param event empty for a process that is killed elsewhere */
    Stop(String event, int times, PrintStream out) {
        this.event = Pattern.compile(event);
        this.left = new AtomicInteger(times);
        this.out = out;
    }

    /** What a process does before it is ready is not what it is to be killed at. */
    Stop arm() {
        armed = !event.pattern().isEmpty();
        return this;
    }

    void pass(String when, String what) {
        if (!armed) {
            return;
        }
        var text = (when + " " + what).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        var shown = text.substring(0, Math.min(text.length(), LONGEST));
        if (event.matcher(shown).matches() && left.decrementAndGet() == 0) {
            out.println("@at " + shown);
            while (true) {
                LockSupport.park(this);
            }
        }
    }
}

package cadran.desktop.platform;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * "Latest wins": while one request runs, only the newest that came in is kept; results of overtaken ones are dropped.
 * Used on the UI thread only.
 */
public final class Latest {
    private final Background background;
    private final String label;
    private @Nullable Job running;
    private @Nullable Runnable next;

    Latest(Background background, String label) {
        this.background = background;
        this.label = label;
    }

    public <T extends @Nullable Object> void run(Work<T> work, Consumer<? super T> then) {
        next = () -> start(work, then);
        if (running == null) {
            startNext();
        } else {
            running.cancel();
        }
    }

    private <T extends @Nullable Object> void start(Work<T> work, Consumer<? super T> then) {
        running = background.run(label, work, result -> then.accept(result), this::startNext);
    }

    private void startNext() {
        running = null;
        var first = next;
        next = null;
        if (first != null) {
            first.run();
        }
    }
}

package cadran.desktop.platform;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * One piece of background work, as the status bar shows it. Cancelling is asked, never forced: interrupting a thread
 * that reads a database file closes the file under everybody else.
 */
public final class Job implements Progress {
    private final String label;
    private final Executor ui;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final AtomicBoolean reportPending = new AtomicBoolean();
    private volatile double reported = -1;
    private volatile boolean cancelled;

    Job(String label, Executor ui) {
        this.label = label;
        this.ui = ui;
    }

    /** The key of its name. */
    public String label() {
        return label;
    }

    /** From 0 to 1, or -1 while unknown. Changes on the UI thread. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void stopIfCancelled() {
        if (cancelled) {
            throw new CancellationException(label);
        }
    }

    /** However often it is called, the UI thread gets one task at a time. */
    @Override
    public void report(long done, long total) {
        reported = total <= 0 ? -1 : (double) done / total;
        if (reportPending.compareAndSet(false, true)) {
            ui.execute(() -> {
                reportPending.set(false);
                progress.set(reported);
            });
        }
    }
}

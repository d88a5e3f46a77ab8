package cadran.desktop.edit;

import cadran.desktop.store.EditLabel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What can be undone and redone, newest first. It lives as long as the profile is open. */
public final class UndoHistory {
    private static final int STEPS = 200;

    private final Deque<UndoStep> undo = new ArrayDeque<>();
    private final Deque<UndoStep> redo = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Told on the thread of the edit. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** What "undo" would take back now, null for nothing. */
    public synchronized @Nullable EditLabel undoLabel() {
        var step = undo.peek();
        return step == null ? null : step.label();
    }

    public synchronized @Nullable EditLabel redoLabel() {
        var step = redo.peek();
        return step == null ? null : step.label();
    }

    void done(UndoStep step) {
        synchronized (this) {
            redo.clear();
            push(undo, step);
        }
        tell();
    }

    synchronized @Nullable UndoStep next(EditLabel.Way way) {
        return from(way).peek();
    }

    /** The step was taken: the way back from it is the next step of the other direction. */
    void taken(EditLabel.Way way, @Nullable UndoStep back) {
        synchronized (this) {
            from(way).pop();
            if (back != null) {
                push(way == EditLabel.Way.UNDONE ? redo : undo, back);
            }
        }
        tell();
    }

    private Deque<UndoStep> from(EditLabel.Way way) {
        return way == EditLabel.Way.UNDONE ? undo : redo;
    }

    private static void push(Deque<UndoStep> steps, UndoStep step) {
        steps.push(step);
        if (steps.size() > STEPS) {
            steps.removeLast();
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}

package cadran.desktop.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know what changed. They are called on the thread that made the change and must be quick. */
public final class RowListeners {
    private final List<Consumer<RowsChanged>> listeners = new CopyOnWriteArrayList<>();

    /** Returns how to stop listening. */
    public Runnable add(Consumer<RowsChanged> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void publish(RowsChanged event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}

package cadran.desktop.tables;

import cadran.desktop.edit.Workspace;
import cadran.model.sync.EntityType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/** Runs on the UI thread when rows of these types changed; a burst of changes asks once. */
public final class Refresh {
    private final Runnable stop;

    public Refresh(Workspace workspace, Set<EntityType<?>> types, Runnable action) {
        var once = once(action);
        stop = workspace.listeners().add(changed -> {
            if (types.stream().anyMatch(changed::touches)) {
                once.run();
            }
        });
    }

    /** The same when entries of the history came. */
    public static void ofHistory(Workspace workspace, Runnable action) {
        workspace.history().onChange(once(action));
    }

    private static Runnable once(Runnable action) {
        var asked = new AtomicBoolean();
        return () -> {
            if (asked.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    asked.set(false);
                    action.run();
                });
            }
        };
    }

    public void stop() {
        stop.run();
    }
}

package cadran.desktop.tables;

import cadran.desktop.edit.Workspace;
import cadran.model.sync.EntityType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/** Runs on the UI thread when rows of these types changed; a burst of changes asks once. */
public final class Refresh {
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Runnable stop;

    public Refresh(Workspace workspace, Set<EntityType<?>> types, Runnable action) {
        stop = workspace.listeners().add(changed -> {
            if (types.stream().anyMatch(changed::touches) && asked.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    asked.set(false);
                    action.run();
                });
            }
        });
    }

    public void stop() {
        stop.run();
    }
}

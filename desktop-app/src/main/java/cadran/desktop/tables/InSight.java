package cadran.desktop.tables;

import cadran.desktop.ui.Desk;
import cadran.model.sync.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * What stands in no field of the rows in sight: found in the background when they come into sight, and again after a change.
 *
 * @param <T> what is found of one row
 */
public final class InSight<T> {
    private final Desk desk;
    private final Function<List<Row>, Map<UUID, T>> finder;
    private final Runnable found;
    private final Map<UUID, T> known = new HashMap<>();
    private final Set<UUID> asked = new HashSet<>();
    private final Map<UUID, Row> waiting = new HashMap<>();
    private boolean finding;

    /**
     * @param finder reads the store, not on the UI thread
     * @param found shows what is known by then
     */
    public InSight(Desk desk, Function<List<Row>, Map<UUID, T>> finder, Runnable found) {
        this.desk = desk;
        this.finder = finder;
        this.found = found;
    }

    /** As it was last found; null before that. */
    public @Nullable T of(Row row) {
        if (asked.add(row.id())) {
            waiting.put(row.id(), row);
            findSoon();
        }
        return known.get(row.id());
    }

    /** Something changed: what was found is shown until it is found again. */
    public void again() {
        asked.clear();
        found.run();
    }

    /** All that a redraw asks for at once. */
    private void findSoon() {
        if (!finding) {
            finding = true;
            Platform.runLater(this::find);
        }
    }

    private void find() {
        var rows = List.copyOf(waiting.values());
        waiting.clear();
        desk.background()
                .run(
                        "work.load",
                        progress -> finder.apply(rows),
                        all -> {
                            known.putAll(all);
                            found.run();
                        },
                        () -> {
                            finding = false;
                            if (!waiting.isEmpty()) {
                                findSoon();
                            }
                        });
    }
}

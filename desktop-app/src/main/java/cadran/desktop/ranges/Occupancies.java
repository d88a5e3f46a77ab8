package cadran.desktop.ranges;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.Occupancy;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.NumberRange;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** The counts of the ranges in sight: counted in the background when they come into sight, and again after a change. */
final class Occupancies {
    private final Desk desk;
    private final Workspace workspace;
    private final Runnable counted;
    private final Map<UUID, Occupancy> known = new HashMap<>();
    private final Set<UUID> asked = new HashSet<>();
    private final Map<UUID, NumberRange> waiting = new HashMap<>();
    private boolean counting;

    /** @param counted shows what is known by then */
    Occupancies(Desk desk, Workspace workspace, Runnable counted) {
        this.desk = desk;
        this.workspace = workspace;
        this.counted = counted;
    }

    /** As it was last counted; null before that. */
    @Nullable
    Occupancy of(Row range) {
        if (asked.add(range.id())) {
            waiting.put(range.id(), NumberRange.TYPE.read(range));
            countSoon();
        }
        return known.get(range.id());
    }

    /** Numbers changed: what was counted is shown until it is counted again. */
    void countAgain() {
        asked.clear();
        counted.run();
    }

    /** All that a redraw asks for at once. */
    private void countSoon() {
        if (!counting) {
            counting = true;
            Platform.runLater(this::count);
        }
    }

    private void count() {
        var ranges = Map.copyOf(waiting);
        waiting.clear();
        var today = workspace.today();
        desk.background()
                .run(
                        "work.load",
                        progress -> count(ranges, today),
                        found -> {
                            known.putAll(found);
                            counted.run();
                        },
                        () -> {
                            counting = false;
                            if (!waiting.isEmpty()) {
                                countSoon();
                            }
                        });
    }

    private Map<UUID, Occupancy> count(Map<UUID, NumberRange> ranges, LocalDate today) {
        var found = new HashMap<UUID, Occupancy>();
        ranges.forEach(
                (id, range) -> found.put(id, workspace.rows().numbersOf(range).occupancy(today)));
        return found;
    }
}

package cadran.desktop.tables;

import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Desk;
import cadran.model.views.SavedView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many rows each saved view has. They are counted when nothing has changed for a moment, one after the other, and only
 * while they are in sight and the program has nothing else to do: no list waits for them.
 */
final class ViewCounts {
    private static final Duration REST = Duration.millis(300);
    /** Something that takes minutes, such as an import, shall not leave old counts for as long. */
    private static final int MOST_RESTS = 10;

    private final Desk desk;
    private final Function<SavedView, @Nullable OptionalLong> counting;
    private final BooleanSupplier isSeen;
    private final Consumer<UUID> counted;
    private final PauseTransition rest = new PauseTransition(REST);
    private final Map<UUID, OptionalLong> counts = new HashMap<>();
    /** Those that have to be counted anew, in the order of the tabs. */
    private final List<GridRow> old = new ArrayList<>();

    private int rests;
    private boolean isCounting;
    /** Goes up when counts may have become wrong. */
    private int moment;

    /**
     * @param counting in the background; none for a view that can't be understood, null while it would take long
     * @param counted tells of the view whose count is there
     */
    ViewCounts(
            Desk desk,
            Function<SavedView, @Nullable OptionalLong> counting,
            BooleanSupplier isSeen,
            Consumer<UUID> counted) {
        this.desk = desk;
        this.counting = counting;
        this.isSeen = isSeen;
        this.counted = counted;
        rest.setOnFinished(event -> rested());
    }

    /** As far as it is known. */
    OptionalLong of(UUID view) {
        return counts.getOrDefault(view, OptionalLong.empty());
    }

    boolean isOld(UUID view) {
        return old.stream().anyMatch(row -> row.row().id().equals(view));
    }

    /** Rows or views have changed. */
    void outdated(List<GridRow> views) {
        old.clear();
        old.addAll(views);
        moment++;
        seen();
    }

    /** They have come into sight. */
    void seen() {
        rests = 0;
        if (!old.isEmpty()) {
            rest.playFromStart();
        }
    }

    private void rested() {
        boolean isBusy = !desk.background().jobs().isEmpty();
        if (isBusy && rests < MOST_RESTS) {
            rests++;
            rest.playFromStart();
        } else {
            next();
        }
    }

    private void next() {
        if (isCounting || old.isEmpty() || !isSeen.getAsBoolean()) {
            return;
        }
        isCounting = true;
        int asked = moment;
        var view = old.getFirst();
        desk.background()
                .run(
                        "work.load",
                        progress -> counting.apply(SavedViews.read(view)),
                        count -> {
                            if (count == null || asked != moment) {
                                rest.playFromStart();
                            } else {
                                take(view, count);
                            }
                        },
                        () -> isCounting = false);
    }

    private void take(GridRow view, OptionalLong count) {
        counts.put(view.row().id(), count);
        old.remove(view);
        counted.accept(view.row().id());
        rests = 0;
        rested();
    }
}

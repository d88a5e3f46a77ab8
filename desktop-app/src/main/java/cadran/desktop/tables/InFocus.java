package cadran.desktop.tables;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Latest;
import cadran.desktop.platform.Work;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Desk;
import cadran.model.sync.EntityType;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a panel shows of the row in focus and must look for in the background: for each row that comes into focus, and again
 * when rows of some types change, or the language. What is found too late, with another row in focus, is forgotten.
 */
public final class InFocus<T> {
    private final Function<GridRow, Work<T>> look;
    private final BiConsumer<GridRow, T> show;
    private final Runnable clear;
    private final Latest looking;
    private @Nullable GridRow row;

    /**
     * @param look asked on the UI thread for what is then done in the background
     * @param clear takes away what was shown of another row
     */
    public InFocus(
            Desk desk,
            Workspace workspace,
            Set<EntityType<?>> types,
            Function<GridRow, Work<T>> look,
            BiConsumer<GridRow, T> show,
            Runnable clear) {
        this.look = look;
        this.show = show;
        this.clear = clear;
        looking = desk.background().latest("work.load");
        new Refresh(workspace, types, this::load);
        desk.texts().languageProperty().subscribe(language -> load());
    }

    public @Nullable GridRow row() {
        return row;
    }

    public boolean isStill(UUID id) {
        return row != null && row.row().id().equals(id);
    }

    public void set(GridRow next) {
        boolean isOther = !isStill(next.row().id());
        row = next;
        if (isOther) {
            clear.run();
        }
        load();
    }

    public void load() {
        var now = row;
        if (now != null) {
            looking.run(look.apply(now), found -> show.accept(now, found));
        }
    }
}

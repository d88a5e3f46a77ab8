package cadran.desktop.tables;

import cadran.desktop.edit.Workspace;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Spelling;
import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.views.SavedView;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The saved views of one list, as far as the user sees them. */
final class SavedViews {
    private final Workspace workspace;
    private final EntityType<?> type;

    SavedViews(Workspace workspace, EntityType<?> type) {
        this.workspace = workspace;
        this.type = type;
    }

    /** Asked in the background. */
    List<GridRow> all() {
        return workspace.rows().list(Query.of(SavedView.TYPE).where(new Filter.Is("ofList", type.name())));
    }

    /** Asked in the background. */
    List<GridRow> called(String typed) {
        return all().stream()
                .filter(row -> Spelling.contains(read(row).name(), typed))
                .toList();
    }

    static SavedView read(GridRow row) {
        return SavedView.TYPE.read(row.row());
    }

    boolean isMine(SavedView view) {
        return view.seenBy().equals(workspace.author().user().toString());
    }

    boolean isEverybodys(SavedView view) {
        return view.seenBy().equals(workspace.author().organisation().toString());
    }

    /** One's own always; what others see needs the right. */
    boolean mayWrite(SavedView view) {
        return isMine(view) || mayShare();
    }

    boolean mayShare() {
        return workspace.may(Permission.INVENTORY_WRITE);
    }

    /** Whom a new view can be for, by their ids: oneself first. */
    List<UUID> audiences() {
        var author = workspace.author();
        var own = List.of(author.user());
        if (!mayShare()) {
            return own;
        }
        var all = new ArrayList<>(own);
        author.teams().keySet().stream().sorted().forEach(all::add);
        all.add(author.organisation());
        return all;
    }
}

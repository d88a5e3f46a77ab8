package cadran.desktop.numbers;

import cadran.desktop.edit.Op;
import cadran.desktop.edit.Workspace;
import cadran.desktop.own.OwnOfNumbers;
import cadran.desktop.store.Rows;
import cadran.desktop.tables.TableController;
import cadran.model.sync.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How numbers are edited: with the organisation's own fields and with their prices. */
record NumberEditing(
        OwnOfNumbers own, Workspace workspace, @Nullable Prices among) implements TableController.Editing {
    @Override
    public Op of(Row seen, Map<String, @Nullable Object> values, String what) {
        return own.edit(
                seen,
                values,
                what,
                (row, ofRow, called) ->
                        new EditNumber(row, ofRow, called, workspace.today(), workspace.ids()::next, among));
    }

    @Override
    public NumberEditing ofMany(Rows rows, List<UUID> ids) {
        return new NumberEditing(own, workspace, new Prices(rows, ids));
    }
}

package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.store.GridRow;
import cadran.model.sync.Row;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows that are selected: an edit of them is shown first, row by row, and done when that is agreed to. */
public interface ManyRows {
    /** @param made the edit, of the rows as they are read for it */
    void edit(Function<List<Row>, Op> made);

    /** The same of an edit whose rows belong to the selected ones. */
    void edit(Function<List<Row>, Op> made, Teller teller);

    /** The same of an edit that finds its rows by itself. */
    void preview(Op op);

    /** Reads them in the background, for what asks its own questions. */
    void read(Consumer<List<GridRow>> then);
}

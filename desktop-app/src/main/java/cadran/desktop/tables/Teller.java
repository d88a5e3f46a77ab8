package cadran.desktop.tables;

import cadran.desktop.edit.Tried;
import cadran.model.sync.Change;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of an edit whose rows are not the table's, but belong to its rows. */
@FunctionalInterface
public interface Teller {
    /** Null for a row of the table's own. */
    @Nullable
    Told of(Tried tried);

    /**
     * @param what the row of the table is called that it belongs to
     * @param changes as they are shown, by the text key of what changes
     */
    record Told(String what, Map<String, Change> changes) {}
}

package cadran.desktop.tables;

import cadran.desktop.edit.Workspace;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Query;
import cadran.model.numbers.Did;
import cadran.model.sync.Field;
import java.util.List;

/** Lists of numbers with headings, for whoever times them. */
public final class Grouped {
    private Grouped() {}

    public static List<Field> fields() {
        return GroupForm.fields(Did.TYPE);
    }

    /** The first page, all unfolded. */
    public static void read(Texts texts, Workspace workspace, Field by, int page) {
        var rows = workspace.rows();
        var folds = new Folds();
        folds.turnAll(true);
        var source = new GroupedSource(
                rows, Query.of(Did.TYPE), by, new GroupReader(texts, rows), folds, TableSource.Sorting.BY_FIELD);
        source.count();
        source.page(0, page, null);
    }
}

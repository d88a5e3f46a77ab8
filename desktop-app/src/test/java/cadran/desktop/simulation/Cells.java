package cadran.desktop.simulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a table holds, in one spelling for all databases. */
final class Cells {
    private Cells() {}

    static @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof Boolean flag ? flag.toString() : row.getString(column);
    }

    static @Nullable String text(ResultSet row, String column) throws SQLException {
        return text(row, row.findColumn(column));
    }
}

package cadran.desktop.ui;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;

/**
 * Lets columns with long texts give way, or take what is left over, so that a table needs no sideways scrolling where
 * its columns fit at all. Widths that the user chose stay.
 */
final class ColumnFit {
    /** A vertical scroll bar and the state column's rounding. */
    private static final double SPARE = 16;

    private final TableView<?> table;
    private final List<ColumnWidth> all;

    /** @param widths of the columns that there are, also of those that come later */
    ColumnFit(Desk desk, TableView<?> table, List<ColumnWidth> widths) {
        this.table = table;
        all = widths;
        table.widthProperty().subscribe(this::fit);
        table.getVisibleLeafColumns().addListener((ListChangeListener<Object>) change -> fit());
        desk.look().zoomProperty().subscribe(this::fit);
        fit();
    }

    private void fit() {
        var widths = all.stream().filter(ColumnWidth::isShown).toList();
        double others = table.getColumns().stream()
                .filter(column -> column.isVisible() && !column.isResizable())
                .mapToDouble(column -> column.getWidth())
                .sum();
        double left = table.getWidth()
                - SPARE
                - others
                - widths.stream().mapToDouble(ColumnWidth::wanted).sum();
        double give = widths.stream().mapToDouble(ColumnWidth::slack).sum();
        double take = widths.stream()
                .filter(width -> width.slack() > 0)
                .mapToDouble(ColumnWidth::wanted)
                .sum();
        for (var width : widths) {
            if (table.getWidth() <= 0 || width.slack() == 0 || left < -give) {
                width.show(width.wanted());
            } else if (left < 0) {
                width.show(width.wanted() + left * width.slack() / give);
            } else {
                width.show(width.wanted() + left * width.wanted() / take);
            }
        }
    }
}

package cadran.desktop.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;

/** The columns that a {@link DataGrid} has, of which some come and go while it is shown. */
final class GridColumns<R> {
    private final DataGrid<R> grid;
    private final String gridId;
    private final List<GridColumn<R>> all;
    private final List<ColumnWidth> widths = new ArrayList<>();
    private List<GridColumn<R>> also = List.of();

    /** @param gridId under which column widths are remembered */
    GridColumns(DataGrid<R> grid, String gridId, List<GridColumn<R>> always) {
        this.grid = grid;
        this.gridId = gridId;
        all = new ArrayList<>(always);
        all.forEach(this::add);
    }

    /** As they are at each moment. */
    List<GridColumn<R>> all() {
        return Collections.unmodifiableList(all);
    }

    /** As they are at each moment. */
    List<ColumnWidth> widths() {
        return Collections.unmodifiableList(widths);
    }

    void showAlso(List<GridColumn<R>> coming) {
        var gone = also.stream().map(GridColumn::id).toList();
        all.removeAll(also);
        grid.table().getColumns().removeIf(column -> gone.contains(column.getId()));
        widths.removeIf(width -> gone.contains(width.columnId()));
        also = List.copyOf(coming);
        all.addAll(also);
        also.forEach(this::add);
    }

    private void add(GridColumn<R> spec) {
        var column = tableColumn(spec);
        grid.table().getColumns().add(column);
        widths.add(new ColumnWidth(grid.desk(), gridId, column, spec));
    }

    private TableColumn<R, R> tableColumn(GridColumn<R> spec) {
        var column = new TableColumn<R, R>();
        column.setId(spec.id());
        column.textProperty().bind(grid.desk().texts().bind(spec.title()));
        column.setSortable(spec.isSortable());
        column.setEditable(spec.isEditable());
        if (spec.isNumber()) {
            column.getStyleClass().add("number");
        }
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(every -> new GridCell<>(grid, spec));
        return column;
    }
}

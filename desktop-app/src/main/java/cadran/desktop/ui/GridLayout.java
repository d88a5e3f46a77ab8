package cadran.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Which columns a grid shows, in which order, and what its rows are sorted by: what a saved view remembers. */
public final class GridLayout<R> {
    private final TableView<R> table;
    private final List<String> usual;

    GridLayout(TableView<R> table, List<GridColumn<R>> columns) {
        this.table = table;
        usual = columns.stream()
                .filter(column -> !column.isExtra())
                .map(GridColumn::id)
                .toList();
        showColumns(List.of());
    }

    /** Their ids. */
    public List<String> shownColumns() {
        return named(TableColumn::isVisible).stream().map(TableColumn::getId).toList();
    }

    /** Every column there is: those shown first, in their order. */
    public List<TableColumn<R, ?>> all() {
        var all = new ArrayList<>(named(TableColumn::isVisible));
        all.addAll(named(column -> !column.isVisible()));
        return all;
    }

    private List<TableColumn<R, ?>> named(Predicate<TableColumn<R, ?>> which) {
        return table.getColumns().stream()
                .filter(column -> !Objects.equals(column.getId(), DataGrid.STATE_COLUMN))
                .filter(which)
                .toList();
    }

    /** Unknown ones are left out: the view may be of a newer program. None asks for the usual ones. */
    public void showColumns(List<String> ids) {
        var wanted = ids.stream().filter(id -> find(id) != null).distinct().toList();
        var shown = wanted.isEmpty() ? usual : wanted;
        var ordered = new ArrayList<TableColumn<R, ?>>();
        table.getColumns().stream()
                .filter(column -> Objects.equals(column.getId(), DataGrid.STATE_COLUMN))
                .forEach(ordered::add);
        shown.forEach(id -> ordered.add(Objects.requireNonNull(find(id))));
        table.getColumns().stream().filter(column -> !ordered.contains(column)).forEach(ordered::add);
        ordered.forEach(column -> column.setVisible(
                Objects.equals(column.getId(), DataGrid.STATE_COLUMN) || shown.contains(column.getId())));
        if (!ordered.equals(table.getColumns())) {
            table.getColumns().setAll(ordered);
        }
    }

    public RowSource.@Nullable Sort sort() {
        return table.getSortOrder().stream()
                .findFirst()
                .map(column ->
                        new RowSource.Sort(column.getId(), column.getSortType() == TableColumn.SortType.ASCENDING))
                .orElse(null);
    }

    /** Null asks for the order that the source has by itself. */
    public void sortBy(RowSource.@Nullable Sort sort) {
        var column = sort == null ? null : find(sort.column());
        if (column == null || sort == null) {
            table.getSortOrder().clear();
            return;
        }
        column.setSortType(sort.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(column));
    }

    private @Nullable TableColumn<R, ?> find(String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElse(null);
    }
}

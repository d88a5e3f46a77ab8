package cadran.desktop.ui;

import cadran.desktop.platform.SettingsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Which columns a grid shows, in which order, and what its rows are sorted by: what a saved view remembers. */
public final class GridLayout<R> {
    private static final String COMMA = ",";

    private final SettingsFile settings;
    private final String key;
    private final TableView<R> table;
    private List<String> usual;

    /** @param gridId under which the person's choice is remembered */
    GridLayout(SettingsFile settings, String gridId, TableView<R> table, List<GridColumn<R>> columns) {
        this.settings = settings;
        this.table = table;
        key = "grid." + gridId + ".columns";
        usual = usual(columns);
        showColumns(List.of());
    }

    private List<String> usual(List<GridColumn<R>> columns) {
        var chosen = settings.get(key).map(ids -> List.of(ids.split(COMMA))).orElse(List.of());
        return known(chosen).isEmpty()
                ? columns.stream()
                        .filter(column -> !column.isExtra())
                        .map(GridColumn::id)
                        .toList()
                : known(chosen);
    }

    /**
     * Columns have come or gone: who chose one of them sees it again.
     *
     * @param shown what was shown before
     */
    void columnsChanged(List<GridColumn<R>> columns, List<String> shown) {
        boolean isUsual = shown.equals(known(usual)) || shown.equals(usual);
        usual = usual(columns);
        showColumns(isUsual ? List.of() : shown);
    }

    /** Shows these, now and whenever no view says otherwise. */
    public void keepColumns(List<String> ids) {
        if (!known(ids).isEmpty()) {
            usual = known(ids);
            settings.put(key, String.join(COMMA, usual));
        }
        showColumns(ids);
    }

    /** Others may be of a newer program. */
    private List<String> known(List<String> ids) {
        return ids.stream().filter(id -> find(id) != null).distinct().toList();
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

    /** None asks for the usual ones. */
    public void showColumns(List<String> ids) {
        var shown = known(ids).isEmpty() ? usual : known(ids);
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

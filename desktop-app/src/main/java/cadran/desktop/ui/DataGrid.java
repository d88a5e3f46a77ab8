package cadran.desktop.ui;

import cadran.desktop.platform.Lane;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Skin;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A table over any number of rows: it reads what it shows, edits in place, and leaves order and filter to its source.
 *
 * @param <R> the row
 */
public final class DataGrid<R> extends StackPane {
    /** Longer ranges would be held cell by cell; "all" is a flag instead. */
    static final int LONGEST_RANGE = 2_000;

    /** No field is called so. */
    static final String STATE_COLUMN = "row-state";

    private final Desk desk;
    private final GridColumns<R> specs;
    private final List<GridColumn<R>> columns;
    private final BiPredicate<R, R> same;
    private final TableView<R> table = new TableView<>() {
        @Override
        protected Skin<?> createDefaultSkin() {
            return new LongTableSkin<>(this);
        }
    };
    private final GridStates states;
    private final GridLayout<R> layout;
    private final GridSelection<R> selection;
    private final FrozenColumns<R> frozen;
    private final GridEditing<R> editing;
    private final ReadOnlyObjectWrapper<Headings> headings = new ReadOnlyObjectWrapper<>(Headings.NONE);
    private final ReadOnlyObjectWrapper<@Nullable R> focused = new ReadOnlyObjectWrapper<>(null);
    private final BooleanProperty allSelected = new SimpleBooleanProperty();
    private @Nullable RowSource<R> source;
    private @Nullable PagedRows<R> rows;
    private @Nullable Consumer<R> opener;
    private boolean takingRows;

    /**
     * @param id under which column widths are remembered
     * @param same whether two rows are versions of one thing
     */
    public DataGrid(Desk desk, String id, List<GridColumn<R>> columns, BiPredicate<R, R> same) {
        this.desk = desk;
        this.same = same;
        getStyleClass().add("data-grid");
        table.getStyleClass().add("grid");
        table.setEditable(true);
        table.fixedCellSizeProperty().bind(desk.look().rowHeightProperty());
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(view -> new GridRow<>(this));
        table.setPlaceholder(new Label());
        table.setSortPolicy(view -> {
            if (!takingRows) {
                restart();
            }
            return true;
        });
        specs = new GridColumns<>(this, id, columns);
        this.columns = specs.all();
        frozen = new FrozenColumns<>(table);
        editing = new GridEditing<>(this, table);
        layout = new GridLayout<>(desk.settings(), id, table, this.columns);
        new ColumnFit(desk, table, specs.widths());
        states = new GridStates(desk, table, this::restart);
        getChildren().addAll(table, states);
        selection = new GridSelection<>(this, table);
        new GridKeys<>(this, table);
        table.getFocusModel().focusedCellProperty().subscribe(cell -> follow());
        desk.texts().languageProperty().subscribe(language -> table.refresh());
    }

    /** Shows a dot before rows whose edits are not through. */
    public void rowState(Function<R, RowState> stateOf) {
        var column = new TableColumn<R, R>();
        column.setId(STATE_COLUMN);
        column.setSortable(false);
        column.setResizable(false);
        column.setReorderable(false);
        column.setPrefWidth(22);
        column.setMinWidth(22);
        column.setMaxWidth(22);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(all -> new StateCell<>(desk.texts(), stateOf));
        table.getColumns().addFirst(column);
    }

    /** In place of those that this gave before: columns beside those that the grid always has. */
    public void showAlso(List<GridColumn<R>> coming) {
        var shown = layout.shownColumns();
        specs.showAlso(coming);
        layout.columnsChanged(columns, shown);
    }

    /** Enter or a double click on what can't be edited in place. */
    public void onOpen(Consumer<R> action) {
        opener = action;
    }

    /** What is shown where the source has no row. */
    public void whenEmpty(Node node) {
        states.whenEmpty(node);
    }

    public void showNoRight() {
        states.noRight();
    }

    public void show(RowSource<R> newSource) {
        source = newSource;
        allSelected.set(false);
        restart();
    }

    /** Takes in what changed, in place; an edit under way is left alone until it ends. */
    public void reload() {
        if (editing.holdsUp()) {
            return;
        }
        if (rows == null || rows.isEmpty()) {
            restart();
        } else {
            rows.reload(this::redraw);
        }
    }

    /** An update of the list alone leaves cells as they are when their row was there before. An edit under way stays. */
    public void redraw() {
        keepGroups();
        if (!isEditing()) {
            table.refresh();
            follow();
            selection.recount();
        }
    }

    void showHeadings() {
        headings.set(rows == null ? Headings.NONE : rows.headings().ticked(selection.groups()));
    }

    private void keepGroups() {
        showHeadings();
        selection.keepGroups(headings.get());
    }

    /** Which lines are no rows. */
    public ReadOnlyObjectProperty<Headings> headingsProperty() {
        return headings.getReadOnlyProperty();
    }

    FrozenColumns<R> frozen() {
        return frozen;
    }

    /** How many rows there are, folded ones too. */
    int rowCount() {
        return rows == null ? 0 : rows.rowCount();
    }

    /** Unfolds the heading at this place or folds it; false where there is none. */
    boolean turn(int place) {
        var heading = headings.get().at(place);
        if (heading == null || rows == null) {
            return false;
        }
        rows.turn(heading, this::redraw);
        return true;
    }

    /** Unfolds all headings or folds them. */
    public void turnAll(boolean open) {
        if (rows != null && !headings.get().isEmpty()) {
            rows.turnAll(open, this::redraw);
        }
    }

    /** Shows this version of a row at once, ahead of the next {@link #reload()}. */
    public void replace(R row) {
        if (rows != null) {
            rows.replace(row, same);
            follow();
        }
    }

    public ReadOnlyObjectProperty<@Nullable R> focusedRowProperty() {
        return focused.getReadOnlyProperty();
    }

    /** Everything the source has, without a list of it. */
    public BooleanProperty allSelectedProperty() {
        return allSelected;
    }

    public GridSelection<R> selection() {
        return selection;
    }

    /** Whether a column shows something of a row, and not how the row stands. */
    boolean isData(TableColumn<?, ?> column) {
        return columns.stream().anyMatch(each -> each.id().equals(column.getId()));
    }

    public @Nullable PagedRows<R> rows() {
        return rows;
    }

    /** What a cell shows. */
    public String text(String columnId, R row) {
        return columns.stream()
                .filter(column -> column.id().equals(columnId))
                .findFirst()
                .orElseThrow()
                .text(row);
    }

    public GridLayout<R> columnLayout() {
        return layout;
    }

    public TableView<R> table() {
        return table;
    }

    public void focusTable() {
        table.requestFocus();
    }

    private void restart() {
        var asked = source;
        if (asked == null) {
            return;
        }
        var sort = layout.sort();
        states.loading();
        var many = selection.countProperty().get() > 1 && rows != null ? rows.followed(selection.places()) : null;
        desk.background()
                .run(
                        Lane.READERS,
                        "work.load",
                        progress -> PagedRows.Loaded.read(asked, sort, many),
                        first -> {
                            if (asked.equals(source) && Objects.equals(sort, layout.sort())) {
                                take(asked, sort, first);
                            }
                        },
                        states::failed);
    }

    private void take(RowSource<R> from, RowSource.@Nullable Sort sort, PagedRows.Loaded<R> first) {
        var fresh = PagedRows.of(desk.background(), "work.load", from, sort, first);
        if (rows != null) {
            rows.follow(PagedRows.Follower.NOBODY);
        }
        rows = fresh;
        fresh.follow(selection);
        var selected = selection.cells();
        table.getSelectionModel().clearSelection();
        setItems(fresh);
        keepGroups();
        // A list of the same length may leave cells as they were.
        table.refresh();
        table.scrollTo(0);
        states.loaded(fresh);
        if (!fresh.isEmpty()) {
            if (!first.moves().equals(Moves.NONE)) {
                selection.select(selected, first.moves());
            }
            table.getFocusModel().focus(0, column(layout.shownColumns().getFirst()));
        }
        follow();
    }

    /** With every new list the table forgets its order: it can't know that the rows are in it already. */
    private void setItems(PagedRows<R> fresh) {
        var order = List.copyOf(table.getSortOrder());
        takingRows = true;
        table.setItems(fresh);
        table.getSortOrder().setAll(order);
        takingRows = false;
    }

    private void follow() {
        int index = table.getFocusModel().getFocusedIndex();
        focused.set(rows == null || index < 0 || index >= rows.size() ? null : rows.get(index));
    }

    Desk desk() {
        return desk;
    }

    public boolean isEditing() {
        return editing.isOn();
    }

    GridEditing<R> editing() {
        return editing;
    }

    List<GridColumn<R>> columns() {
        return columns;
    }

    void openFocused() {
        var row = focused.get();
        if (row != null && opener != null) {
            opener.accept(row);
        }
    }

    void tell(Node at, String sentence) {
        states.tell(at, sentence);
    }

    void tellRangeTooLong() {
        desk.toasts().show(desk.texts().get("grid.range-too-long", "count", LONGEST_RANGE));
    }

    TableColumn<R, ?> column(String columnId) {
        return table.getColumns().stream()
                .filter(column -> columnId.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }
}

package cadran.desktop.tables;

import cadran.desktop.edit.Workspace;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.shell.SearchSource;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.EmptyState;
import cadran.desktop.ui.FilterBar;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.RowActions;
import cadran.desktop.ui.RowSource;
import cadran.desktop.ui.RowState;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.views.SavedView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A table's screen: search, grid, and the focused row as text beside it. */
public final class TableView extends VBox {
    private final Desk desk;
    private final Workspace workspace;
    private final EntityType<?> type;
    private final DataGrid<GridRow> grid;
    private final DetailPane detail;
    private final EmptyState unmatched;
    private EmptyState whenEmpty;
    private final FilterBar filter;
    private final TableFilter grammar;
    private final RowActions rowActions;
    private final ViewsController views;
    private final Map<String, Function<GridRow, String>> words = new HashMap<>();
    private Function<GridRow, @Nullable Node> badge = row -> null;
    private final List<Beside> besides = new ArrayList<>();
    private List<Filter> narrowed = List.of();
    private @Nullable UUID only;
    /** What the grid was told to show: what is typed into the filter since is not selected. */
    private ListedRows listed;

    private final ObjectProperty<@Nullable Field> groupedBy = new SimpleObjectProperty<>(null);
    private final Folds folds = new Folds();
    private volatile TableSource.Sorting sorting = TableSource.Sorting.BY_FIELD;

    public TableView(Desk desk, Workspace workspace, EntityType<?> type, List<GridColumn<GridRow>> columns) {
        this(desk, workspace, type, columns, TableFilter.of(desk.texts(), workspace, type));
    }

    public TableView(
            Desk desk,
            Workspace workspace,
            EntityType<?> type,
            List<GridColumn<GridRow>> columns,
            TableFilter grammar) {
        this.desk = desk;
        this.workspace = workspace;
        this.type = type;
        listed = new TableSource(workspace.rows(), Query.of(type));
        this.grammar = grammar;
        getStyleClass().add("screen");
        grid = new DataGrid<>(
                desk,
                type.name(),
                columns,
                (a, b) -> a.row().id().equals(b.row().id()));
        grid.rowState(row -> state(row.state()));
        unmatched = unmatched();
        whenEmpty = unmatched;
        detail = new DetailPane(desk.texts());
        filter = new FilterBar(
                desk,
                "entity." + type.name() + ".title",
                grammar,
                typed -> grammar.read(typed).ifPresent(this::narrowAnew));
        filter.leadsTo(grid.table());
        VBox.setVgrow(grid, Priority.ALWAYS);
        rowActions = new RowActions(desk.texts());
        views = new ViewsController(desk, workspace, type, filter, grid, grammar, groupedBy);
        getChildren().addAll(filter, views.bar(), grid, rowActions);
        grid.focusedRowProperty().subscribe(this::showDetail);
        desk.texts().languageProperty().subscribe(language -> {
            showDetail(grid.focusedRowProperty().get());
            if (groupedBy.get() != null) {
                grid.reload();
            }
        });
        groupedBy.addListener((property, before, now) -> {
            folds.forget();
            load();
        });
    }

    /** @param commands the ways out of an empty table, the main one first; none where the user may not add */
    public void whenEmpty(Ikon icon, List<Command> commands) {
        var texts = desk.texts();
        var hint = "entity." + type.name() + ".empty.hint";
        var empty = new EmptyState(
                icon,
                texts.bind("entity." + type.name() + ".empty"),
                texts.bind(commands.isEmpty() ? "table.empty.read-only" : hint));
        commands.forEach(command -> empty.action(texts, command.text(), command::run));
        commands.stream().findFirst().ifPresent(main -> filter.action(Buttons.main(texts, main)));
        whenEmpty = empty;
    }

    /** Nothing found is not nothing there: the way out is another search, and no first row. */
    private EmptyState unmatched() {
        var texts = desk.texts();
        return new EmptyState(Feather.SEARCH, texts.bind("grid.empty"), texts.bind("grid.empty.hint"))
                .action(texts, "filter.clear", () -> {
                    find("");
                    filter.find().run();
                });
    }

    /** What can be done with the row in focus, offered while it can, and while no other rows are meant. */
    public void rowAction(Command command) {
        rowActions.add(command, isOnOneRow().and(command.executable()));
    }

    /** Under the grid, beside what can be done with the row in focus. */
    void foot(Node bar) {
        getChildren().add(bar);
    }

    /** What the grid shows now, for whoever reads its rows in the background. */
    SelectedRows.Shown shown() {
        var inMemory = grid.rows();
        var keys = new HashMap<Integer, Long>();
        if (inMemory != null) {
            inMemory.inMemory().forEach((place, row) -> keys.put(place, row.key()));
        }
        return new SelectedRows.Shown(
                workspace.rows(),
                listed,
                grid.columnLayout().sort(),
                grid.headingsProperty().get(),
                keys,
                grid.table().getItems().size());
    }

    /**
     * What a list is narrowed to.
     *
     * @param line as it is typed
     * @param query in the order of the list
     */
    public record Shown(String line, Query query) {}

    /** Null while the line can't be understood: the list then shows something else. */
    public @Nullable Shown narrowed() {
        var line = filter.query();
        return grammar.read(line)
                .map(filters -> new Shown(
                        line,
                        TableSource.ordered(
                                Query.of(type).where(filters),
                                grid.columnLayout().sort(),
                                this::sorted)))
                .orElse(null);
    }

    /** Columns that are no fields of the rows are sorted by what somebody else says. */
    public void sortsBy(TableSource.Sorting by) {
        sorting = by;
    }

    private cadran.desktop.query.Sort sorted(RowSource.Sort sort) {
        return sorting.of(sort);
    }

    /** Commands on the row in focus rest while several are selected: nobody shall take one for the other. */
    public BooleanBinding isOnOneRow() {
        return grid.focusedRowProperty()
                .isNotNull()
                .and(grid.selection().countProperty().lessThan(2));
    }

    /** What stands under the lines in the detail column. */
    public void beside(Beside part) {
        besides.add(part);
    }

    /** What can be done there, while one row is in focus. */
    List<Command> besideCommands() {
        return besides.stream()
                .flatMap(part -> part.commands().stream())
                .map(command -> command.when(isOnOneRow()))
                .toList();
    }

    /** What stands beside the title in the detail column. */
    public void badge(Function<GridRow, @Nullable Node> drawn) {
        badge = drawn;
    }

    /** What the detail column says of a field whose value alone does not tell it. */
    public void words(String field, Function<GridRow, String> told) {
        words.put(field, told);
    }

    /** Loads, and keeps up with changes from here on: also of what the rows refer to, since its names are shown. */
    public void start() {
        var shown = new HashSet<EntityType<?>>(Set.of(type));
        type.fields().stream()
                .map(Field::references)
                .filter(java.util.Objects::nonNull)
                .forEach(name -> shown.add(Schema.type(name)));
        new Refresh(workspace, shown, this::refresh);
        var counted = new HashSet<>(shown);
        counted.add(SavedView.TYPE);
        new Refresh(workspace, counted, views.bar()::refresh);
        views.bar().refresh();
        load();
    }

    /** Narrows the list to one row, until somebody searches for something else. */
    public void showOnly(String rowId) {
        only = UUID.fromString(rowId);
        load();
    }

    /** As if somebody typed the line. */
    public void find(String line) {
        filter.type(line);
        grammar.read(line).ifPresent(this::narrow);
    }

    /** While a line can't be understood, the list stays as it was: a slip must not widen what is then edited. */
    private void narrowAnew(List<Filter> filters) {
        if (only != null || !filters.equals(narrowed)) {
            narrow(filters);
        }
    }

    private void narrow(List<Filter> filters) {
        only = null;
        narrowed = filters;
        load();
    }

    /** In place of those that this gave before: columns beside those that the list always has. */
    public void columns(List<GridColumn<GridRow>> coming) {
        grid.showAlso(coming);
    }

    /** Columns or keys have come to mean something else. */
    public void knowsMore() {
        filter.explainAgain();
        views.bar().refresh();
        var filters = grammar.read(filter.query()).orElse(narrowed);
        if (only == null && !filters.equals(narrowed)) {
            narrow(filters);
        } else {
            grid.reload();
        }
    }

    private void load() {
        var by = groupedBy.get();
        listed = by == null
                ? new TableSource(workspace.rows(), query(), this::sorted)
                : new GroupedSource(
                        workspace.rows(),
                        query(),
                        by,
                        new GroupReader(desk.texts(), workspace.rows()),
                        folds,
                        this::sorted);
        grid.whenEmpty(only == null && narrowed.isEmpty() ? whenEmpty : unmatched);
        grid.show(listed);
        count();
    }

    private void refresh() {
        grid.reload();
        count();
    }

    private void count() {
        var query = query();
        desk.background()
                .run(
                        "work.load",
                        progress -> workspace.rows().count(query),
                        found -> filter.showCount(desk.texts()
                                .compute(() -> desk.texts().count("entity." + type.name() + ".count", found))));
    }

    private Query query() {
        return Query.of(type).where(only == null ? narrowed : List.of(new Filter.Is(Filter.ID, only)));
    }

    private void showDetail(@Nullable GridRow row) {
        if (row == null) {
            detail.nothing();
            return;
        }
        detail.show(FieldText.number(row.row().label()), badge.apply(row), standing(row));
        for (var section : type.sections()) {
            var lines = section.fields().stream()
                    .map(field -> new DetailPane.Line(FieldText.nameKey(field), told(row, field)))
                    .toList();
            if (section.name().isEmpty()) {
                detail.lines(lines);
            } else {
                // Of what few rows have, only what this one has.
                detail.section(
                        FieldText.sectionKey(type, section),
                        lines.stream().filter(DetailPane.Line::isGiven).toList());
            }
        }
        for (var part : besides) {
            detail.add(part.node());
            part.show(row);
        }
    }

    /** What the dot before the row says; nothing when all is well. */
    private List<DetailPane.Line> standing(GridRow row) {
        var state = state(row.state());
        return state == RowState.NONE
                ? List.of()
                : List.of(new DetailPane.Line("row.state", desk.texts().get(state.wordKey())));
    }

    private String told(GridRow row, Field field) {
        var told = words.get(field.name());
        return told == null ? FieldText.shown(desk.texts(), row, field) : told.apply(row);
    }

    public DataGrid<GridRow> grid() {
        return grid;
    }

    public DetailPane detail() {
        return detail;
    }

    /** To keep the list as it looks. */
    public List<Command> viewCommands() {
        return views.commands();
    }

    /** Saved views that are called so, for the palette; asked in the background. */
    List<SearchSource.Hit> viewsCalled(String typed) {
        return views.hits(typed);
    }

    /** What the palette found: a saved view, or a row. */
    void open(String hit) {
        if (!views.open(hit)) {
            showOnly(hit);
        }
    }

    public FilterBar filter() {
        return filter;
    }

    private static RowState state(cadran.desktop.store.RowState stored) {
        return switch (stored) {
            case SETTLED -> RowState.NONE;
            case QUEUED -> RowState.QUEUED;
            case REFUSED -> RowState.REFUSED;
            case CONFLICT -> RowState.CONFLICT;
        };
    }
}

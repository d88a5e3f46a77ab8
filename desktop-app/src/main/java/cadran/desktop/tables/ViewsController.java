package cadran.desktop.tables;

import atlantafx.base.theme.Styles;
import cadran.desktop.edit.Workspace;
import cadran.desktop.query.Query;
import cadran.desktop.shell.SearchSource;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.FilterBar;
import cadran.desktop.ui.RowSource;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.views.SavedView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Keeps a list as somebody likes to see it, and brings it back: filter, columns, order, height of rows. */
final class ViewsController {
    /** What the palette finds is known by ids of rows otherwise. */
    private static final String HIT = "view:";

    private final Desk desk;
    private final Workspace workspace;
    private final EntityType<?> type;
    private final FilterBar filter;
    private final DataGrid<GridRow> grid;
    private final TableFilter grammar;
    private final TableController controller;
    private final SavedViews views;
    private final ViewBar bar;
    private final ObjectProperty<@Nullable Field> groupedBy;
    private final Command save;
    private final Command group;
    private final Command columns;

    ViewsController(
            Desk desk,
            Workspace workspace,
            EntityType<?> type,
            FilterBar filter,
            DataGrid<GridRow> grid,
            TableFilter grammar,
            ObjectProperty<@Nullable Field> groupedBy) {
        this.desk = desk;
        this.workspace = workspace;
        this.type = type;
        this.filter = filter;
        this.grid = grid;
        this.grammar = grammar;
        this.groupedBy = groupedBy;
        controller = new TableController(desk, workspace, SavedView.TYPE);
        views = new SavedViews(workspace, type);
        save = Command.of("view.save", Feather.BOOKMARK, this::save)
                .onKey(new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
        group = Command.of("view.group", Feather.LAYERS, this::group)
                .onKey(new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
        columns = Command.of("view.columns", Feather.COLUMNS, this::chooseColumns)
                .onKey(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
        bar = new ViewBar(
                desk,
                views,
                this::count,
                this::show,
                Stream.of(save, group, columns).map(this::button).toList());
    }

    private Button button(Command command) {
        var button = Buttons.of(desk.texts(), command);
        button.getStyleClass().addAll(Styles.FLAT, "view-command");
        return button;
    }

    ViewBar bar() {
        return bar;
    }

    List<Command> commands() {
        return List.of(
                save,
                group,
                Command.of("view.ungroup", Feather.LIST, () -> groupedBy.set(null))
                        .when(Bindings.isNotNull(groupedBy)),
                Command.of("view.unfold", Feather.CHEVRONS_DOWN, () -> grid.turnAll(true))
                        .onKey(new KeyCodeCombination(
                                KeyCode.RIGHT, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))
                        .when(Bindings.isNotNull(groupedBy)),
                Command.of("view.fold", Feather.CHEVRONS_UP, () -> grid.turnAll(false))
                        .onKey(new KeyCodeCombination(
                                KeyCode.LEFT, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))
                        .when(Bindings.isNotNull(groupedBy)),
                columns,
                Command.of("view.rename", Feather.EDIT_3, this::rename).when(onOwn()),
                Command.of("view.update", Feather.SAVE, this::update).when(onOwn()),
                Command.of("view.delete", Feather.TRASH_2, () -> controller.delete(chosen()))
                        .when(onOwn()));
    }

    private BooleanBinding onOwn() {
        var chosen = bar.chosenProperty();
        return Bindings.createBooleanBinding(
                () -> chosen.get() != null && views.mayWrite(SavedViews.read(chosen.get())), chosen);
    }

    private GridRow chosen() {
        return Objects.requireNonNull(bar.chosenProperty().get());
    }

    private void save() {
        var form = new ViewForm(desk, workspace.author(), views.audiences(), look());
        controller.add(form, bar::markWhenThere);
    }

    private void chooseColumns() {
        var form = new ColumnsForm(desk, grid.columnLayout());
        controller.ask("view.columns.title", "action.save", form, close -> {
            grid.columnLayout().keepColumns(form.chosen());
            close.run();
        });
    }

    private void group() {
        var form = new GroupForm(desk, type, groupedBy.get());
        controller.ask("view.group.title", "view.group.do", form, close -> {
            groupedBy.set(form.chosen());
            close.run();
            grid.focusTable();
        });
    }

    private void rename() {
        var view = chosen();
        var form = new ViewForm(desk, view.row().label());
        controller.ask("view.rename", "action.save", form, close -> {
            var edit = new EditRow(view.row(), form.values(), view.row().label());
            controller.save(edit, form::show, close);
        });
    }

    /** Asked in the background. */
    List<SearchSource.Hit> hits(String typed) {
        return views.called(typed).stream()
                .map(row -> new SearchSource.Hit(
                        HIT + row.row().id(), row.row().label(), desk.texts().get("view.in-palette")))
                .toList();
    }

    /** False where it is the id of something else. */
    boolean open(String hit) {
        if (!hit.startsWith(HIT)) {
            return false;
        }
        bar.open(UUID.fromString(hit.substring(HIT.length())));
        return true;
    }

    private void update() {
        var view = chosen();
        controller.save(
                new EditRow(view.row(), look(), view.row().label()),
                controller::tell,
                () -> desk.toasts()
                        .show(desk.texts()
                                .get("view.updated", "what", view.row().label())));
    }

    /** What the list looks like now, as fields of a view. */
    private Map<String, @Nullable Object> look() {
        var look = new HashMap<String, @Nullable Object>();
        look.put("ofList", type.name());
        look.put("filterLine", filter.query().isEmpty() ? null : filter.query());
        look.put("shownColumns", String.join(",", grid.columnLayout().shownColumns()));
        var sort = grid.columnLayout().sort();
        look.put("sortedBy", sort == null ? null : (sort.ascending() ? "" : "-") + sort.column());
        var by = groupedBy.get();
        look.put("groupedBy", by == null ? null : by.name());
        look.put("rowHeight", desk.look().densityProperty().get().name());
        return look;
    }

    private void show(@Nullable SavedView view) {
        if (view == null) {
            groupedBy.set(null);
            filter.type("");
            grid.columnLayout().sortBy(null);
            grid.columnLayout().showColumns(List.of());
            return;
        }
        var columns = view.shownColumns();
        grid.columnLayout().showColumns(columns == null ? List.of() : List.of(columns.split(",")));
        grid.columnLayout().sortBy(sort(view.sortedBy()));
        groupedBy.set(group(view.groupedBy()));
        if (view.rowHeight() != null) {
            desk.look().densityProperty().set(view.rowHeight());
        }
        filter.type(view.filterLine() == null ? "" : view.filterLine());
    }

    /** Others may be of a newer program. */
    private @Nullable Field group(@Nullable String by) {
        return by != null && type.has(by) && GroupReader.canBeBy(type.field(by)) ? type.field(by) : null;
    }

    private static RowSource.@Nullable Sort sort(@Nullable String by) {
        if (by == null) {
            return null;
        }
        return by.startsWith("-") ? new RowSource.Sort(by.substring(1), false) : new RowSource.Sort(by, true);
    }

    /** Null while a big table is answered by SQL: thirty views of a million rows are a minute of the disk. */
    private @Nullable OptionalLong count(SavedView view) {
        if (workspace.rows().isBeingRead(type)) {
            return null;
        }
        return grammar.read(view.filterLine() == null ? "" : view.filterLine())
                .map(filters ->
                        OptionalLong.of(workspace.rows().count(Query.of(type).where(filters))))
                .orElse(OptionalLong.empty());
    }
}

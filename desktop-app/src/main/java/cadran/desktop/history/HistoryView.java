package cadran.desktop.history;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Lane;
import cadran.desktop.store.HistoryFilter;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.EmptyState;
import cadran.desktop.ui.FilterBar;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.RowActions;
import cadran.model.Schema;
import cadran.model.audit.HistoryLine;
import cadran.model.audit.HistoryPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** All that happened to rows, the newest first: what is kept here, and on demand what the server has beyond that. */
final class HistoryView extends VBox {
    private final Desk desk;
    private final Workspace workspace;
    private final Older older;
    private final HistoryWords words;
    private final FilterBar bar;
    private final HistoryFilters filters;
    private final DataGrid<HistoryRow> grid;
    private final DetailPane detail;
    private final Command open;
    private final Command more;
    private final BooleanProperty mayBeMore = new SimpleBooleanProperty(true);
    private final List<HistoryLine> fetched = new ArrayList<>();
    /** The last entry that the server gave. */
    private @Nullable HistoryLine reached;

    private HistorySource source;

    HistoryView(Desk desk, Workspace workspace, Older older) {
        this.desk = desk;
        this.workspace = workspace;
        this.older = older;
        var texts = desk.texts();
        words = new HistoryWords(texts, workspace.author().zone());
        getStyleClass().add("screen");
        bar = new FilterBar(desk, "history.title", typed -> restart());
        filters = new HistoryFilters(desk, workspace, this::restart);
        grid = new DataGrid<>(
                desk, "history", columns(), (a, b) -> a.line().seq() == b.line().seq());
        detail = new DetailPane(texts);
        source = source();
        var focused = grid.focusedRowProperty();
        open = Command.of("history.open", Feather.CORNER_UP_RIGHT, () -> open(Objects.requireNonNull(focused.get())))
                .onKey(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN))
                .when(focused.isNotNull());
        more = Command.of("history.older", Feather.CLOCK, this::more)
                .onKey(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))
                .when(mayBeMore);
        var actions = new RowActions(texts);
        actions.add(open, open.executable());
        actions.add(more, mayBeMore);
        bar.leadsTo(grid.table());
        grid.onOpen(this::open);
        grid.whenEmpty(new EmptyState(Feather.CLOCK, texts.bind("history.empty"), texts.bind("history.empty.hint"))
                .action(texts, "history.older", more::run));
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(bar, filters, grid, actions);
        focused.subscribe(this::describe);
    }

    private static List<GridColumn<HistoryRow>> columns() {
        return List.of(
                GridColumn.of("at", "audit.at", HistoryRow::when).width(145),
                GridColumn.of("who", "audit.who", HistoryRow::who).width(170).flexible(120),
                GridColumn.of("table", "history.table", HistoryRow::table)
                        .width(130)
                        .flexible(90),
                GridColumn.of("object", "audit.object", HistoryRow::object)
                        .width(170)
                        .flexible(120),
                GridColumn.of("what", "history.what", HistoryRow::what)
                        .width(420)
                        .flexible(200));
    }

    /** Loads, and keeps up from here on. */
    void start() {
        Refresh.ofHistory(workspace, this::refresh);
        desk.texts().languageProperty().subscribe((before, now) -> refresh());
        restart();
    }

    private HistoryFilter filter() {
        return filters.filter(bar.query());
    }

    private HistorySource source() {
        return new HistorySource(workspace, words, filter(), fetched);
    }

    private void restart() {
        fetched.clear();
        reached = null;
        mayBeMore.set(true);
        load();
    }

    private void load() {
        source = source();
        grid.show(source);
        count();
    }

    private void refresh() {
        grid.reload();
        count();
    }

    private void count() {
        var counted = source();
        desk.background()
                .run(
                        "work.load",
                        progress -> counted.count(),
                        found -> bar.showCount(
                                desk.texts().compute(() -> desk.texts().count("history.count", found))));
    }

    private void describe(@Nullable HistoryRow row) {
        if (row == null) {
            detail.nothing();
        } else {
            detail.show(row.object(), null, row.detail());
        }
    }

    /** The row, or, of a part, what it is a part of: there stands its whole life. */
    private void open(HistoryRow row) {
        var line = row.line();
        var type = Schema.find(line.entity());
        if (type == null) {
            return;
        }
        var owner = type.owners().isEmpty()
                ? type
                : Schema.type(Objects.requireNonNull(
                        type.field(type.owners().getFirst()).references()));
        desk.navigator().open(owner.collection(), line.subject().toString());
    }

    private void more() {
        var asked = source;
        var filter = filter();
        var last = reached;
        mayBeMore.set(false);
        desk.background()
                .run(
                        Lane.READERS,
                        "work.server",
                        progress -> ask(asked, filter, last),
                        answer -> {
                            if (asked.equals(source)) {
                                take(answer);
                            }
                        },
                        problem -> {
                            mayBeMore.set(true);
                            desk.toasts().show(desk.texts().problem(problem));
                        });
    }

    private record Answer(HistoryPage page, List<HistoryLine> saying) {}

    private Answer ask(HistorySource asked, HistoryFilter filter, @Nullable HistoryLine last) {
        var page = older.of(filter, last == null ? oldestHere(filter) : last);
        return new Answer(page, asked.saying(page.items(), filter.words()));
    }

    /** Whatever words it has: the server is asked without them. */
    private @Nullable HistoryLine oldestHere(HistoryFilter filter) {
        var keys = workspace.history().keys(filter.saying(""));
        var last = workspace.history().page(keys, Math.max(0, keys.length - 1), keys.length);
        return last.isEmpty() ? null : last.getLast();
    }

    private void take(Answer answer) {
        var page = answer.page();
        mayBeMore.set(page.next() != null);
        if (page.items().isEmpty()) {
            desk.toasts().show(desk.texts().get("history.no-older"));
            return;
        }
        reached = page.items().getLast();
        fetched.addAll(answer.saying());
        load();
    }

    FilterBar bar() {
        return bar;
    }

    DataGrid<HistoryRow> grid() {
        return grid;
    }

    DetailPane detail() {
        return detail;
    }

    List<Command> commands() {
        return List.of(bar.find(), open, more);
    }
}

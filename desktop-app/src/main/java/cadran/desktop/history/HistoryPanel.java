package cadran.desktop.history;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Lane;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.EditRow;
import cadran.desktop.tables.InFocus;
import cadran.desktop.tables.Refresh;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.model.audit.HistoryLine;
import cadran.model.audit.HistoryPage;
import cadran.model.numbers.Assignment;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The timeline of the row in focus. Each point is reached by Tab and read as a whole; an old value can be had back. */
final class HistoryPanel implements Beside {
    /** Of a row with a long life, the rest follows when it is asked for. */
    private static final int AT_ONCE = 20;

    private final Desk desk;
    private final TableController table;
    private final Older older;
    private final Timeline timeline;
    private final VBox node = new VBox();
    private final VBox points = new VBox();
    private final Button more;
    private final Label hint = new Label();
    private final List<HistoryLine> fetched = new ArrayList<>();
    private final InFocus<Timeline.Told> focus;
    private Timeline.Told told = new Timeline.Told(List.of(), null, true);
    private int most = AT_ONCE;
    private boolean isEnd;

    HistoryPanel(Desk desk, Workspace workspace, EntityType<?> type, Older older) {
        this.desk = desk;
        this.older = older;
        table = new TableController(desk, workspace, type);
        timeline = new Timeline(desk.texts(), workspace);
        more = Buttons.of(desk.texts(), Command.of("history.older", Feather.CLOCK, this::more));
        node.getStyleClass().add("history");
        points.getStyleClass().add("history");
        hint.setWrapText(true);
        hint.getStyleClass().add("field-hint");
        for (Node last : List.of(more, hint)) {
            last.managedProperty().bind(last.visibleProperty());
        }
        node.getChildren().addAll(DetailPane.heading(desk.texts(), "history.title"), points, more, hint);
        focus = new InFocus<>(
                desk,
                workspace,
                Set.of(type, Assignment.TYPE),
                row -> {
                    var known = List.copyOf(fetched);
                    return progress -> timeline.of(type, row.row().id(), known);
                },
                (row, found) -> show(found),
                this::clear);
        Refresh.ofHistory(workspace, focus::load);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(GridRow row) {
        focus.set(row);
    }

    private void clear() {
        points.getChildren().clear();
        fetched.clear();
        most = AT_ONCE;
        isEnd = false;
        say(null);
    }

    private void show(Timeline.Told found) {
        if (!found.equals(told) || points.getChildren().isEmpty()) {
            told = found;
            draw();
        }
    }

    private void ifShown(UUID id, Runnable action) {
        if (focus.isStill(id)) {
            action.run();
        }
    }

    private void draw() {
        var focused = points.getScene() == null ? null : points.getScene().getFocusOwner();
        var place = place(focused);
        points.getChildren()
                .setAll(told.entries().stream().limit(most).map(this::point).toList());
        if (told.entries().isEmpty()) {
            var none = new Label(desk.texts().get("history.none"));
            none.getStyleClass().add("empty-hint");
            points.getChildren().add(none);
        }
        more.setVisible(told.entries().size() > most || !(told.isWhole() || isEnd));
        if (place != null) {
            focus(place);
        }
    }

    /** Which point has the focus, so that it stays there when the points are drawn anew. */
    private @Nullable Integer place(@Nullable Node focused) {
        for (Node at = focused; at != null; at = at.getParent()) {
            if (points.equals(at.getParent())) {
                return points.getChildren().indexOf(at);
            }
        }
        return null;
    }

    private void focus(int place) {
        int last = points.getChildren().size() - 1;
        points.getChildren().get(Math.min(place, last)).requestFocus();
    }

    private Node point(Entry entry) {
        var when = new Label(entry.when());
        when.getStyleClass().add("history-when");
        when.setWrapText(true);
        var point = new VBox(when);
        point.getStyleClass().addAll("history-point", STYLES.getOrDefault(entry.band(), "past"));
        for (var line : List.of(entry.who(), entry.reason())) {
            if (!line.isEmpty()) {
                var label =
                        new Label(line.equals(entry.who()) ? line : desk.texts().get("history.reason", "text", line));
                label.getStyleClass().add("field-hint");
                label.setWrapText(true);
                point.getChildren().add(label);
            }
        }
        entry.items().forEach(item -> point.getChildren().add(item(item)));
        point.setFocusTraversable(true);
        point.setAccessibleRole(AccessibleRole.TEXT);
        point.setAccessibleText(spoken(entry));
        return point;
    }

    private static final Map<Entry.Band, String> STYLES =
            Map.of(Entry.Band.COMING, "coming", Entry.Band.PENDING, "pending", Entry.Band.PAST, "past");

    private String spoken(Entry entry) {
        var words = new ArrayList<>(List.of(entry.when()));
        if (!entry.who().isEmpty()) {
            words.add(entry.who());
        }
        if (!entry.reason().isEmpty()) {
            words.add(desk.texts().get("history.reason", "text", entry.reason()));
        }
        entry.items().forEach(item -> words.add(item.text()));
        return String.join(". ", words);
    }

    private Node item(Entry.Item item) {
        var text = new Label(item.text());
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(text);
        line.getStyleClass().add(item.heading() ? "history-heading" : "history-change");
        var back = item.back();
        if (back != null) {
            line.setFocusTraversable(true);
            line.setAccessibleRole(AccessibleRole.TEXT);
            line.setAccessibleText(item.text());
            line.setAccessibleHelp(desk.texts().get(back.refusal() == null ? "history.restore.key" : back.refusal()));
            line.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.R && !event.isShortcutDown()) {
                    restore(back);
                    event.consume();
                }
            });
            if (back.refusal() == null) {
                line.getChildren()
                        .add(Buttons.icon(
                                desk.texts(), Command.of("history.restore", Feather.ROTATE_CCW, () -> restore(back))));
            }
        }
        return line;
    }

    /** As an edit like any other, with the way back that edits have. */
    private void restore(Entry.Back back) {
        var row = focus.row();
        var texts = desk.texts();
        if (row == null) {
            return;
        }
        if (back.refusal() != null) {
            desk.toasts().show(texts.get(back.refusal()));
            return;
        }
        var values = new HashMap<String, @Nullable Object>();
        values.put(back.field().name(), back.value());
        table.save(new EditRow(row.row(), values, table.nameOf(row)));
    }

    /** First what is known here and not shown yet, then what only the server knows. */
    private void more() {
        var row = focus.row();
        if (row == null) {
            return;
        }
        if (told.entries().size() > most || told.isWhole() || isEnd) {
            most += AT_ONCE;
            draw();
            return;
        }
        var id = row.row().id();
        var last = told.last();
        more.setVisible(false);
        say("history.asking");
        desk.background()
                .run(
                        Lane.READERS,
                        "work.server",
                        progress -> older.of(id, last),
                        page -> ifShown(id, () -> take(page)),
                        problem -> ifShown(id, () -> refuse(problem)));
    }

    private void take(HistoryPage page) {
        fetched.addAll(page.items());
        isEnd = page.next() == null;
        most += AT_ONCE;
        say(page.items().isEmpty() ? "history.no-older" : null);
        more.setVisible(!isEnd);
        focus.load();
    }

    private void refuse(Problem problem) {
        more.setVisible(true);
        hint.textProperty().bind(desk.texts().compute(() -> desk.texts().problem(problem)));
        hint.setVisible(true);
    }

    private void say(@Nullable String key) {
        hint.textProperty().unbind();
        hint.setVisible(key != null);
        if (key != null) {
            hint.textProperty().bind(desk.texts().bind(key));
        }
    }
}

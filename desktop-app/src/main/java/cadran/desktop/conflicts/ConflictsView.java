package cadran.desktop.conflicts;

import cadran.desktop.store.WaitingEdit;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.EmptyState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of edits that wait, and beside it the chosen one. */
final class ConflictsView extends VBox {
    private final Desk desk;
    private final ConflictsController controller;
    private final ListView<Line> list = new ListView<>();
    private final StackPane body = new StackPane();
    private final ConflictDetail detail;
    private final HBox both;
    private final Map<UUID, String> names = new HashMap<>();
    private final Set<UUID> unfolded = new HashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable Line> line = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Conflict> current = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Instead> instead = new ReadOnlyObjectWrapper<>(null);
    private final VBox right;
    private Runnable arrange = () -> {};
    private List<WaitingEdit> edits = List.of();
    private boolean filling;

    ConflictsView(Desk desk, ConflictText text, ConflictsController controller) {
        this.desk = desk;
        this.controller = controller;
        getStyleClass().add("screen");
        var title = new Label();
        title.getStyleClass().add("screen-title");
        title.textProperty().bind(desk.texts().bind("conflicts.title"));
        var head = new HBox(title);
        head.getStyleClass().add("filter-bar");
        head.setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().add("conflict-list");
        list.setId("conflict-list");
        list.accessibleTextProperty().bind(desk.texts().bind("conflicts.title"));
        list.setCellFactory(view -> new ConflictCell(text, names));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                enter();
            }
        });
        detail = new ConflictDetail(text);
        detail.onPick(() -> arrange.run());
        detail.onLeave(this::focusList);
        VBox.setVgrow(detail, Priority.ALWAYS);
        right = new VBox(detail);
        right.setMinWidth(0);
        right.setPrefWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        both = new HBox(list, right);
        both.getStyleClass().add("conflicts");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        desk.texts().languageProperty().subscribe(language -> {
            list.refresh();
            read();
        });
        show(List.of());
    }

    /** @param actions at the foot of the chosen edit */
    void setActions(ConflictActions actions) {
        right.getChildren().add(actions);
        arrange = actions::arrange;
    }

    ReadOnlyObjectProperty<@Nullable Line> line() {
        return line.getReadOnlyProperty();
    }

    /** Null also while it is read, and for a bulk operation as a whole. */
    ReadOnlyObjectProperty<@Nullable Conflict> current() {
        return current.getReadOnlyProperty();
    }

    /** What the chosen edit's author could take in place of what others have. */
    ReadOnlyObjectProperty<@Nullable Instead> instead() {
        return instead.getReadOnlyProperty();
    }

    Map<String, Pick> picks() {
        return detail.picks();
    }

    void pick(Pick pick) {
        detail.pick(pick);
    }

    /** Whether others of the same kind wait. */
    boolean hasOthers() {
        var chosen = line.get();
        return chosen != null
                && edits.stream()
                        .filter(edit -> Kind.of(edit.verdict()) == chosen.kind())
                        .skip(1)
                        .findAny()
                        .isPresent();
    }

    void load() {
        controller.load(this::show);
    }

    void focusList() {
        list.requestFocus();
    }

    private void show(List<WaitingEdit> waiting) {
        edits = waiting;
        if (waiting.isEmpty()) {
            choose(null);
            list.getItems().clear();
            body.getChildren()
                    .setAll(new EmptyState(
                            Feather.CHECK_CIRCLE,
                            desk.texts().bind("conflicts.empty"),
                            desk.texts().bind("conflicts.empty.hint")));
            return;
        }
        if (!body.getChildren().contains(both)) {
            body.getChildren().setAll(both);
            focusList();
        }
        fill();
    }

    /** The chosen line stays chosen; when it is gone, the one that took its place is. */
    private void fill() {
        var before = line.get();
        int place = Math.max(0, list.getSelectionModel().getSelectedIndex());
        var lines = Line.of(edits, unfolded);
        filling = true;
        list.getItems().setAll(lines);
        filling = false;
        int same = before == null ? -1 : lines.stream().map(Line::id).toList().indexOf(before.id());
        int index = same >= 0 ? same : Math.min(place, lines.size() - 1);
        list.getSelectionModel().clearAndSelect(index);
        list.getFocusModel().focus(index);
        choose(lines.get(index));
    }

    private void choose(@Nullable Line chosen) {
        if (filling || (chosen != null && chosen.equals(line.get()) && current.get() != null)) {
            return;
        }
        var before = line.get();
        line.set(chosen);
        if (chosen == null || before == null || !chosen.id().equals(before.id())) {
            current.set(null);
            instead.set(null);
            detail.clear();
        }
        arrange.run();
        read();
    }

    private void read() {
        var chosen = line.get();
        if (chosen == null) {
            return;
        }
        if (chosen.kind() != Kind.SUPERSEDED && !chosen.inside()) {
            controller.instead(chosen, found -> {
                if (chosen.equals(line.get())) {
                    instead.set(found);
                    detail.offer(found);
                    arrange.run();
                }
            });
        }
        if (chosen.isBulk()) {
            controller.reasons(chosen, reasons -> {
                if (chosen.equals(line.get())) {
                    detail.show(chosen, reasons);
                    detail.offer(instead.get());
                }
            });
            return;
        }
        controller.read(chosen.edit(), conflict -> {
            if (chosen.equals(line.get()) && conflict != null) {
                var picked = conflict.equals(current.get()) ? detail.picks() : Map.<String, Pick>of();
                current.set(conflict);
                detail.show(conflict, picked);
                detail.offer(instead.get());
                arrange.run();
            }
        });
    }

    /** Into the edit's fields; a bulk operation is unfolded. */
    void enter() {
        var chosen = line.get();
        if (chosen != null && chosen.isBulk()) {
            fold(chosen, !chosen.unfolded());
        } else {
            detail.enter();
        }
    }

    /** Back to the list; there, the bulk operation is folded. */
    void leave() {
        var chosen = line.get();
        if (!list.isFocused()) {
            focusList();
        } else if (chosen != null && chosen.unfolded()) {
            fold(chosen, false);
        } else if (chosen != null && chosen.inside()) {
            var group = chosen.edit().group();
            list.getItems().stream()
                    .filter(each -> each.isBulk() && each.id().equals(group))
                    .findFirst()
                    .ifPresent(bulk -> list.getSelectionModel().select(bulk));
        }
    }

    private void fold(Line bulk, boolean open) {
        if (!open) {
            unfolded.remove(bulk.id());
            fill();
            return;
        }
        controller.names(bulk, found -> {
            names.putAll(found);
            unfolded.add(bulk.id());
            fill();
        });
    }

    // The list would take Enter for itself, and with Left and Right the focus would leave it.
    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isShiftDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.RIGHT) {
            enter();
            event.consume();
        } else if (event.getCode() == KeyCode.LEFT) {
            leave();
            event.consume();
        }
    }
}

package cadran.desktop.conflicts;

import atlantafx.base.theme.Styles;
import cadran.desktop.tables.EditText;
import cadran.desktop.tables.FieldText;
import cadran.desktop.ui.Badge;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.EmptyState;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of edits that wait, and the chosen one with what was seen, wanted and found. */
final class ConflictsView extends VBox {
    private final Desk desk;
    private final ZoneId zone;
    private final ConflictsController controller;
    private final ListView<Conflict> list = new ListView<>();
    private final StackPane body = new StackPane();
    private final VBox chosen = new VBox();
    private final ObjectProperty<@Nullable Conflict> current = new SimpleObjectProperty<>(null);

    ConflictsView(Desk desk, ZoneId zone, ConflictsController controller) {
        this.desk = desk;
        this.zone = zone;
        this.controller = controller;
        getStyleClass().add("screen");
        var title = new Label();
        title.getStyleClass().add("screen-title");
        title.textProperty().bind(desk.texts().bind("conflicts.title"));
        var head = new HBox(title);
        head.getStyleClass().add("filter-bar");
        head.setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().add("conflict-list");
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(current::set);
        chosen.getStyleClass().add("conflict");
        HBox.setHgrow(chosen, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        current.subscribe(this::draw);
        desk.texts().languageProperty().subscribe(language -> {
            list.refresh();
            draw(current.get());
        });
        show(List.of());
    }

    ObjectProperty<@Nullable Conflict> current() {
        return current;
    }

    void load() {
        controller.load(this::show);
    }

    void focusList() {
        list.requestFocus();
    }

    private void show(List<Conflict> conflicts) {
        var before = current.get();
        list.getItems().setAll(conflicts);
        if (conflicts.isEmpty()) {
            body.getChildren()
                    .setAll(new EmptyState(
                            Feather.CHECK_CIRCLE,
                            desk.texts().bind("conflicts.empty"),
                            desk.texts().bind("conflicts.empty.hint")));
            return;
        }
        var both = new HBox(list, chosen);
        both.getStyleClass().add("conflicts");
        body.getChildren().setAll(both);
        int index = before == null
                ? 0
                : conflicts.stream().map(Conflict::id).toList().indexOf(before.id());
        list.getSelectionModel().select(Math.max(0, index));
    }

    private void draw(@Nullable Conflict conflict) {
        chosen.getChildren().clear();
        if (conflict == null) {
            return;
        }
        var texts = desk.texts();
        var what = new Label(title(conflict));
        what.getStyleClass().add("detail-title");
        what.setWrapText(true);
        var problem = conflict.problem();
        var why = new Label(problem == null ? "" : texts.problem(problem));
        why.setWrapText(true);
        chosen.getChildren().addAll(what, badge(conflict), why);
        if (!conflict.sides().isEmpty()) {
            chosen.getChildren().add(sides(conflict));
        }
        chosen.getChildren().add(buttons(conflict));
    }

    /** The edit's name stands inside sentences elsewhere. */
    private String title(Conflict conflict) {
        var name = EditText.of(desk.texts(), conflict.label());
        return name.substring(0, 1).toUpperCase(desk.texts().language().locale()) + name.substring(1);
    }

    private Node badge(Conflict conflict) {
        return conflict.isRefused()
                ? Badge.of("state-refused", desk.texts().bind("conflicts.refused"))
                : Badge.of("state-conflict", desk.texts().bind("conflicts.conflict"));
    }

    private Node sides(Conflict conflict) {
        var grid = new GridPane();
        grid.getStyleClass().add("conflict-sides");
        String[] heads = {"conflicts.field", "conflicts.base", "conflicts.mine", "conflicts.theirs"};
        for (int column = 0; column < heads.length; column++) {
            var head = new Label(desk.texts().get(heads[column]));
            head.getStyleClass().add("detail-label");
            grid.add(head, column, 0);
        }
        int line = 1;
        for (var side : conflict.sides()) {
            var field = conflict.type().field(side.field());
            grid.add(new Label(desk.texts().get(FieldText.nameKey(field))), 0, line);
            Object[] values = {side.base(), side.mine(), side.theirs()};
            for (int column = 0; column < values.length; column++) {
                var text = FieldText.shown(desk.texts(), conflict.type(), field, values[column], conflict.labels());
                var value = new Label(text.isEmpty() ? "–" : text);
                value.setWrapText(true);
                grid.add(value, column + 1, line);
            }
            line++;
        }
        return grid;
    }

    private Node buttons(Conflict conflict) {
        var theirs = button("conflicts.keep-theirs", () -> controller.keepTheirs(conflict, this::load));
        var mine = button("conflicts.take-mine", () -> controller.takeMine(conflict, this::load));
        // The server's value stands already: leaving it is what needs no further thought.
        theirs.getStyleClass().add(Styles.ACCENT);
        var buttons = new HBox(theirs, mine);
        buttons.getStyleClass().add("conflict-buttons");
        return buttons;
    }

    private Button button(String key, Runnable action) {
        var button = new Button(desk.texts().get(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private final class Cell extends ListCell<Conflict> {
        @Override
        protected void updateItem(@Nullable Conflict conflict, boolean empty) {
            super.updateItem(conflict, empty);
            if (empty || conflict == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            var when = desk.texts()
                    .formats()
                    .dateTime(conflict.queued().operation().at(), zone);
            setText(title(conflict) + "\n" + when);
            setGraphic(Badge.dot(conflict.isRefused() ? "state-refused" : "state-conflict"));
        }
    }
}

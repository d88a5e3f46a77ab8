package cadran.desktop.tables;

import cadran.desktop.store.EditLabel;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Modal;
import cadran.model.sync.EntityType;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an edit of many rows will do, before it is done: how many, and each row with what becomes of it or why it can't. */
final class PreviewPane {
    private final Desk desk;
    private final EntityType<?> type;

    PreviewPane(Desk desk, EntityType<?> type) {
        this.desk = desk;
        this.type = type;
    }

    /** @param apply does what is shown; nothing happens otherwise */
    void show(Preview preview, Runnable apply) {
        var texts = desk.texts();
        var body = new VBox(counts(preview));
        body.getStyleClass().add("preview");
        if (preview.left() > 0) {
            var left = new Label(texts.count("paste.left", preview.left()));
            left.getStyleClass().add("field-hint");
            left.setWrapText(true);
            body.getChildren().add(left);
        }
        body.getChildren().add(list(preview));
        var op = preview.accepted();
        var what = EditText.of(texts, new EditLabel(op.labelKey(), op.labelArgs(), EditLabel.Way.DONE));
        var modal = new Modal(texts, new SimpleStringProperty(texts.get("bulk.preview", "what", what)), body);
        Runnable close = () -> desk.modals().close(modal);
        if (preview.isPossible()) {
            modal.cancel("action.cancel", close).main("bulk.apply", new SimpleBooleanProperty(true), () -> {
                close.run();
                apply.run();
            });
        } else {
            modal.only("action.close", close);
        }
        desk.modals().show(modal);
    }

    private FlowPane counts(Preview preview) {
        var counts = new FlowPane();
        counts.getStyleClass().add("preview-counts");
        counts.setAlignment(Pos.CENTER_LEFT);
        for (var kind : Preview.Kind.values()) {
            long count = preview.count(kind);
            if (count > 0 || kind == Preview.Kind.CHANGES) {
                var label = new Label(desk.texts().count(countKey(kind), count), new FontIcon(icon(kind)));
                label.getStyleClass().add(role(kind));
                label.setId(role(kind));
                counts.getChildren().add(label);
            }
        }
        return counts;
    }

    private static String countKey(Preview.Kind kind) {
        return switch (kind) {
            case REFUSED -> "bulk.refused";
            case CHANGES -> "bulk.changing";
            case UNCHANGED -> "bulk.unchanged";
        };
    }

    private ListView<Preview.Line> list(Preview preview) {
        var list = new ListView<Preview.Line>();
        list.setId("preview-lines");
        list.getStyleClass().add("preview-lines");
        list.setCellFactory(view -> new PreviewCell(desk.texts(), type, preview.names()));
        list.getItems().setAll(preview.lines());
        // It would keep Enter for itself; here that is the pane's main action.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) && list.getParent() != null) {
                event.consume();
                list.getParent().fireEvent(event.copyFor(list.getParent(), list.getParent()));
            }
        });
        list.getSelectionModel().selectFirst();
        return list;
    }

    static Ikon icon(Preview.Kind kind) {
        return switch (kind) {
            case REFUSED -> Feather.ALERT_CIRCLE;
            case CHANGES -> Feather.EDIT_2;
            case UNCHANGED -> Feather.CHECK;
        };
    }

    static String role(Preview.Kind kind) {
        return switch (kind) {
            case REFUSED -> "preview-refused";
            case CHANGES -> "preview-changes";
            case UNCHANGED -> "preview-unchanged";
        };
    }
}

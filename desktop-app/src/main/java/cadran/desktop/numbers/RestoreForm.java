package cadran.desktop.numbers;

import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.FormEntry;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailLine;
import cadran.desktop.ui.Form;
import cadran.model.numbers.Did;
import cadran.model.numbers.Ending;
import cadran.model.sync.Row;
import java.time.LocalDate;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What it brings back to restore a number, and what it costs again. */
final class RestoreForm implements FormEntry {
    private final Desk desk;
    private final Form form;

    RestoreForm(Desk desk, GridRow row, LocalDate today) {
        this.desk = desk;
        form = new Form(desk);
        var lines = new VBox();
        lines.getStyleClass().add("losses");
        lines.getChildren().add(line("number.restore.becomes", desk.texts().get("number.restore.free")));
        lines.getChildren().add(line("field.carrierId", row.labels().getOrDefault("carrierId", "")));
        var cost = FieldText.shown(desk.texts(), row, Did.TYPE.field("monthlyCost"));
        lines.getChildren()
                .add(line(
                        "number.terminate.cost",
                        cost.isEmpty()
                                ? desk.texts().get("number.terminate.cost-unknown")
                                : desk.texts().get("number.restore.cost", "amount", cost)));
        form.add(lines);
        form.add(advice(row.row(), today));
    }

    private DetailLine line(String key, String value) {
        var line = new DetailLine(desk.texts(), key);
        line.valueProperty().set(value);
        return line;
    }

    /** The carrier decides; this says what to expect of it. */
    private Label advice(Row did, LocalDate today) {
        var texts = desk.texts();
        var until = (LocalDate) did.get("recoverableUntil");
        String text;
        boolean doubtful = true;
        if (Ending.PORTED_OUT.name().equals(did.text("ending"))) {
            text = texts.get("number.restore.ported");
        } else if (until == null) {
            text = texts.get("number.restore.unknown");
        } else {
            doubtful = until.isBefore(today);
            text = texts.get(
                    doubtful ? "number.restore.late" : "number.restore.in-time",
                    "date",
                    texts.formats().date(until));
        }
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(doubtful ? "use-to-be-checked" : "field-hint");
        return label;
    }

    @Override
    public Form form() {
        return form;
    }
}

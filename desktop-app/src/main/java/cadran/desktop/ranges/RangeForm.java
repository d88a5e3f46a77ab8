package cadran.desktop.ranges;

import cadran.desktop.tables.Entry;
import cadran.desktop.tables.NumberFields;
import cadran.desktop.tables.RowForm;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.catalog.ReferenceValues;
import cadran.model.numbers.NumberDisplay;
import cadran.model.numbers.NumberRange;
import cadran.model.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A new range: its bounds typed in any spelling, with how many numbers that makes. */
final class RangeForm implements Entry {
    private static final List<String> ASKED_ABOVE = List.of("dialingCodeId", "firstNumber", "lastNumber");

    private final Desk desk;
    private final Form head;
    private final NumberFields numbers;
    private final RowForm rest;
    private final VBox node = new VBox();
    private final FormField<String> first;
    private final FormField<String> last;
    private final Label reading = new Label();

    RangeForm(Desk desk, TableController controller, ReferenceValues own) {
        this.desk = desk;
        head = new Form(desk);
        numbers = new NumberFields(head, own);
        first = numbers.add("firstNumber", "field.firstNumber");
        last = numbers.add("lastNumber", "field.lastNumber");
        reading.getStyleClass().add("field-hint");
        reading.setId("range-reading");
        reading.setWrapText(true);
        head.add(reading);
        rest = new RowForm(desk, controller, NumberRange.TYPE, null, field -> !ASKED_ABOVE.contains(field.name()));
        node.getStyleClass().add("form-parts");
        node.getChildren().addAll(head, rest.node());
        first.onChange(this::read);
        last.onChange(this::read);
        numbers.onCountry(this::read);
    }

    /** What is no range is told when it is saved; here only what was understood so far. */
    private void read() {
        var from = numbers.number(first);
        var to = numbers.number(last);
        boolean isRange = from.isPresent()
                && to.isPresent()
                && from.get().value().length() == to.get().value().length();
        long size = isRange
                ? NumberRange.size(from.orElseThrow().value(), to.orElseThrow().value())
                : 0;
        reading.setText(
                size > 0
                        ? desk.texts()
                                .count(
                                        "range.reading",
                                        size,
                                        "first",
                                        NumberDisplay.of(from.orElseThrow()),
                                        "last",
                                        NumberDisplay.of(to.orElseThrow()))
                        : "");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean check() {
        // Both are asked, so that all that is wrong shows at once; the focus goes to the upper one.
        boolean restIsRight = rest.check();
        return head.check() && restIsRight;
    }

    @Override
    public Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("dialingCodeId", numbers.dialingCode(first));
        values.put("firstNumber", numbers.number(first).orElseThrow().value());
        values.put("lastNumber", numbers.number(last).orElseThrow().value());
        values.putAll(rest.values());
        return values;
    }

    @Override
    public void show(Problem problem) {
        if (problem.field() != null && ASKED_ABOVE.contains(problem.field())) {
            head.show(problem);
        } else {
            rest.show(problem);
        }
    }
}

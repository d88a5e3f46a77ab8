package cadran.desktop.ranges;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Latest;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.FormEntry;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.numbers.NumberRange;
import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** For whom, and how many: with how many there are, and where they begin. */
final class TakeForm implements FormEntry {
    private final Desk desk;
    private final Workspace workspace;
    private final NumberRange range;
    private final Form form;
    private final FormField<Optional<String>> customer;
    private final FormField<Optional<BigDecimal>> count;
    private final Label left = new Label();
    private final Latest counting;
    private @Nullable Long free;

    private record Free(long count, List<Row> first) {}

    TakeForm(Desk desk, Workspace workspace, TableController controller, GridRow row) {
        this.desk = desk;
        this.workspace = workspace;
        range = NumberRange.TYPE.read(row.row());
        counting = desk.background().latest("work.load");
        form = new Form(desk);
        var field = NumberRange.TYPE.field("customerId");
        var known = range.customerId() == null
                ? null
                : new Choice(range.customerId().toString(), row.labels().getOrDefault("customerId", ""));
        customer = form.reference("customerId", FieldText.nameKey(field), controller.choices(field), known)
                .required();
        count = form.decimal("count", "range.take.count", null).required().rule(this::problemWith);
        left.setId("range-left");
        left.setWrapText(true);
        left.getStyleClass().add("field-hint");
        form.add(left);
        customer.onChange(this::look);
        look();
    }

    private void look() {
        free = null;
        left.setText("");
        customer.value().map(UUID::fromString).ifPresent(this::look);
    }

    private void look(UUID forWhom) {
        var today = workspace.today();
        var member = workspace.author().user();
        counting.run(
                progress -> {
                    var numbers = workspace.rows().numbersOf(range);
                    return new Free(numbers.countFree(forWhom, member, today), numbers.free(forWhom, member, today, 1));
                },
                this::tell);
    }

    private void tell(Free found) {
        free = found.count();
        left.setText(found.first().stream()
                .findFirst()
                .map(first ->
                        desk.texts().count("range.take.left", found.count(), "first", FieldText.number(first.label())))
                .orElseGet(() -> desk.texts().get("range.none-free")));
    }

    private Optional<Problem> problemWith(Optional<BigDecimal> wanted) {
        return wanted.flatMap(number -> {
            boolean isCount = number.signum() > 0
                    && number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(NumberRange.MOST_NUMBERS)) <= 0;
            if (!isCount) {
                return Optional.of(Problem.of("range.count_out_of_range").with("most", NumberRange.MOST_NUMBERS));
            }
            return free != null && number.compareTo(BigDecimal.valueOf(free)) > 0
                    ? Optional.of(Problem.of("range.fewer_free").with("free", free))
                    : Optional.empty();
        });
    }

    UUID customer() {
        return UUID.fromString(customer.value().orElseThrow());
    }

    int count() {
        return count.value().orElseThrow().intValueExact();
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("customerId", customer());
        return values;
    }
}

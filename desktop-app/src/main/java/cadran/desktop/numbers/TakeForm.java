package cadran.desktop.numbers;

import cadran.desktop.bulk.BulkOp;
import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Latest;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.FormEntry;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.TableView;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Did;
import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** For whom, and how many of the numbers that the list shows: with how many of them there are, and where they begin. */
final class TakeForm implements FormEntry {
    private final Desk desk;
    private final Workspace workspace;
    private final TableView.Shown shown;
    private final Form form;
    private final FormField<Optional<String>> customer;
    private final FormField<Optional<BigDecimal>> count;
    private final Label left = new Label();
    private final Latest counting;
    private String name = "";
    private @Nullable Long free;

    private record Free(long count, List<Row> first, String name) {}

    TakeForm(Desk desk, Workspace workspace, TableController controller, TableView.Shown shown) {
        this.desk = desk;
        this.workspace = workspace;
        this.shown = shown;
        counting = desk.background().latest("work.load");
        form = new Form(desk);
        var texts = desk.texts();
        form.add(hint(
                new Label(),
                shown.line().isEmpty() ? texts.get("take.among.all") : texts.get("take.among", "line", shown.line())));
        var field = Did.TYPE.field("customerId");
        customer = form.reference("customerId", FieldText.nameKey(field), controller.choices(field), null)
                .required();
        count = form.decimal("count", "take.count", null).required().rule(this::problemWith);
        left.setId("take-left");
        form.add(hint(left, ""));
        customer.onChange(this::look);
    }

    private static Label hint(Label label, String words) {
        label.setText(words);
        label.setWrapText(true);
        label.getStyleClass().add("field-hint");
        return label;
    }

    private void look() {
        free = null;
        left.setText("");
        customer.value().map(UUID::fromString).ifPresent(this::look);
    }

    private void look(UUID forWhom) {
        var numbers = new FreeNumbers(workspace.rows(), workspace.author().user(), workspace.today());
        counting.run(
                progress -> new Free(
                        numbers.count(shown.query(), forWhom),
                        numbers.first(shown.query(), forWhom, 1),
                        Objects.requireNonNullElse(workspace.rows().label(Customer.TYPE, forWhom), "")),
                this::tell);
    }

    private void tell(Free found) {
        free = found.count();
        name = found.name();
        left.setText(found.first().stream()
                .findFirst()
                .map(first -> desk.texts().count("take.left", found.count(), "first", FieldText.number(first.label())))
                .orElseGet(() -> desk.texts().get("take.none-left")));
    }

    private Optional<Problem> problemWith(Optional<BigDecimal> wanted) {
        return wanted.flatMap(number -> {
            boolean isCount = number.signum() > 0
                    && number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(BulkOp.MOST)) <= 0;
            if (!isCount) {
                return Optional.of(Problem.of("range.count_out_of_range").with("most", BulkOp.MOST));
            }
            return free != null && number.longValueExact() > free
                    ? Optional.of(TakeMatching.fewer(free, number.longValueExact()))
                    : Optional.empty();
        });
    }

    TakeMatching take() {
        var wish = new TakeMatching.Wish(
                shown.line(), UUID.fromString(customer.value().orElseThrow()), name);
        return new TakeMatching(
                wish,
                shown.query(),
                count.value().orElseThrow().intValueExact(),
                workspace.author().user(),
                workspace.today());
    }

    @Override
    public Form form() {
        return form;
    }
}

package cadran.desktop.numbers;

import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.FormEntry;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The next status of a number, of those that are legal from here, and the customer that some of them need. */
final class StatusForm implements FormEntry {
    private final Form form;
    private final FormField<Optional<DidStatus>> status;
    private final FormField<Optional<String>> customer;
    private final FormField<String> reason;

    StatusForm(Desk desk, TableController controller, GridRow row, List<DidStatus> next) {
        this(desk, controller, next, customerOf(row));
    }

    /** For numbers of several customers: each keeps its own unless another is entered. */
    static StatusForm many(Desk desk, TableController controller, List<DidStatus> next) {
        var form = new StatusForm(desk, controller, next, null);
        form.customer.untouched(desk.texts().bind("bulk.untouched"));
        return form;
    }

    private StatusForm(Desk desk, TableController controller, List<DidStatus> next, @Nullable Choice known) {
        form = new Form(desk);
        var statusField = Did.TYPE.field("status");
        var customerField = Did.TYPE.field("customerId");
        status = form.choice(
                        "status",
                        "number.next-status",
                        next,
                        each -> desk.texts().get(FieldText.codeKey(Did.TYPE, statusField, each.name())),
                        next.getFirst())
                .required();
        customer = form.reference(
                        "customerId", FieldText.nameKey(customerField), controller.choices(customerField), known)
                .rule(chosen -> needsCustomer() && chosen.isEmpty()
                        ? Optional.of(Problem.of("field.required").at("customerId"))
                        : Optional.empty());
        reason = form.reason();
    }

    String reason() {
        return reason.value();
    }

    private static @Nullable Choice customerOf(GridRow row) {
        var id = row.row().reference("customerId");
        return id == null ? null : new Choice(id.toString(), row.labels().getOrDefault("customerId", ""));
    }

    private boolean needsCustomer() {
        return status.value()
                .filter(next -> next == DidStatus.ASSIGNED || next == DidStatus.IN_USE)
                .isPresent();
    }

    DidStatus next() {
        return status.value().orElseThrow();
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (customer.isTouched()) {
            values.put("customerId", customer.value().map(UUID::fromString).orElse(null));
        }
        return values;
    }
}

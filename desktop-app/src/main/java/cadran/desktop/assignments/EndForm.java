package cadran.desktop.assignments;

import cadran.desktop.tables.FormEntry;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last day of an assignment. */
final class EndForm implements FormEntry {
    private final Form form;
    private final FormField<Optional<LocalDate>> lastDay;
    private final FormField<String> reason;

    EndForm(Desk desk, LocalDate today) {
        form = new Form(desk);
        lastDay = form.date("endsOn", "field.endsOn", today).required();
        reason = form.reason();
    }

    String reason() {
        return reason.value();
    }

    LocalDate lastDay() {
        return lastDay.value().orElseThrow();
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("endsOn", lastDay());
        return values;
    }
}

package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.FormEntry;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.numbers.Did;
import cadran.model.numbers.Reservation;
import cadran.model.problem.Problem;
import cadran.model.sync.Field;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For whom numbers are kept, until when and why. */
final class ReserveForm implements FormEntry {
    /** Long enough for a customer to make up their mind, short enough not to be forgotten. */
    private static final int USUAL_DAYS = 14;

    private final Workspace workspace;
    private final Form form;
    private final FormField<Optional<String>> holder;
    private final FormField<Optional<LocalDate>> until;
    private final FormField<String> reason;

    /**
     * @param known what is reserved already, to be changed; null for nothing
     * @param holder whom it is for, unless somebody else is chosen
     */
    ReserveForm(Desk desk, Workspace workspace, TableController table, @Nullable Row known, @Nullable Choice holder) {
        this.workspace = workspace;
        form = new Form(desk);
        var today = workspace.today();
        var forField = Did.TYPE.field("reservedForId");
        var running = known == null ? null : Reservation.runsUntil(known, today);
        this.holder = form.reference(forField.name(), FieldText.nameKey(forField), table.choices(forField), holder)
                .required();
        until = form.date(
                        "reservedUntil",
                        FieldText.nameKey(Did.TYPE.field("reservedUntil")),
                        running == null ? today.plusDays(USUAL_DAYS) : running)
                .required()
                .rule(day -> day.filter(last -> last.isBefore(today))
                        .map(past -> Problem.of("reservation.over").at("reservedUntil")));
        var why = known == null || running == null ? null : known.text("reservationReason");
        reason = form.text("reservationReason", FieldText.nameKey(reasonField()), why == null ? "" : why)
                .rule(typed ->
                        Optional.ofNullable(reasonField().check(reasonField().tidy(typed))));
    }

    private static Field reasonField() {
        return Did.TYPE.field("reservationReason");
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("reservedForId", UUID.fromString(holder.value().orElseThrow()));
        values.put("reservedById", workspace.author().user());
        values.put("reservedUntil", until.value().orElseThrow());
        values.put("reservationReason", reasonField().tidy(reason.value()));
        return values;
    }
}

package cadran.desktop.own;

import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FormEntry;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.ChoiceSource;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.ownfields.OwnField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** An input for each own field, by its kind. */
final class OwnForm implements FormEntry {
    private final Desk desk;
    private final Form form;
    private final @Nullable GridRow number;
    private final boolean many;
    private final Map<String, Input> inputs = new LinkedHashMap<>();

    private record Input(FormField<?> field, Supplier<@Nullable Object> value) {}

    /** @param number null for one that is to be made */
    static OwnForm ofOne(Desk desk, List<OwnField> fields, @Nullable GridRow number) {
        return new OwnForm(desk, fields, number, false);
    }

    /** Each field is left alone until it is touched. */
    static OwnForm ofMany(Desk desk, List<OwnField> fields) {
        return new OwnForm(desk, fields, null, true);
    }

    private OwnForm(Desk desk, List<OwnField> fields, @Nullable GridRow number, boolean many) {
        this.desk = desk;
        this.number = number;
        this.many = many;
        form = new Form(desk);
        if (many) {
            var hint = new Label();
            hint.textProperty().bind(desk.texts().bind("bulk.untouched"));
            hint.getStyleClass().add("field-hint");
            form.add(hint);
        } else {
            form.section("entity.own_value.title");
        }
        fields.forEach(this::add);
    }

    private void add(OwnField field) {
        var name = OwnText.id(field);
        var label = OwnText.nameKey(field);
        var value = number == null ? null : OwnText.value(number, field);
        switch (field.kind()) {
            case TEXT ->
                enter(
                        field,
                        form.text(name, label, value == null ? "" : value.toString()),
                        typed -> typed.isBlank() ? null : typed.strip());
            case NUMBER ->
                enter(
                        field,
                        form.decimal(name, label, value == null ? null : ((BigDecimal) value).stripTrailingZeros()),
                        entered -> entered.orElse(null));
            case DATE -> enter(field, form.date(name, label, (LocalDate) value), entered -> entered.orElse(null));
            case CHOICE -> {
                var all = OwnText.choices(field).stream()
                        .map(choice -> new Choice(choice, choice))
                        .toList();
                var now = value == null ? null : new Choice(value.toString(), value.toString());
                enter(field, form.reference(name, label, ChoiceSource.of(all), now), chosen -> chosen.orElse(null));
            }
        }
    }

    private <V> void enter(OwnField field, FormField<V> input, Function<V, @Nullable Object> value) {
        if (many) {
            input.untouched(desk.texts().bind("bulk.untouched"));
        }
        input.rule(entered -> Optional.ofNullable(OwnText.check(field, value.apply(entered))));
        inputs.put(OwnText.id(field), new Input(input, () -> value.apply(input.value())));
    }

    @Override
    public Form form() {
        return form;
    }

    /** Of those that were touched, by what {@link OwnText#id} calls them. */
    @Override
    public Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        inputs.forEach((name, input) -> {
            if (input.field().isTouched()) {
                values.put(name, input.value().get());
            }
        });
        return values;
    }
}

package cadran.desktop.ranges;

import cadran.desktop.tables.Entry;
import cadran.desktop.tables.RowForm;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.ReferenceValues;
import cadran.model.numbers.Country;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberDefaults;
import cadran.model.numbers.NumberDisplay;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberRange;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A new range: its bounds typed in any spelling, with how many numbers that makes. */
final class RangeForm implements Entry {
    private static final List<String> ASKED_ABOVE = List.of("dialingCodeId", "firstNumber", "lastNumber");

    private final Desk desk;
    private final NumberingPlan plan = NumberingPlan.shipped();
    private final NumberParser parser = new NumberParser(plan);
    private final ReferenceValues own;
    private final Form head;
    private final RowForm rest;
    private final VBox node = new VBox();
    private final FormField<Optional<DialingCode>> country;
    private final FormField<String> first;
    private final FormField<String> last;
    private final Label reading = new Label();

    RangeForm(Desk desk, TableController controller, ReferenceValues own) {
        this.desk = desk;
        this.own = own;
        head = new Form(desk);
        var countries = own.dialingCodes().stream().filter(DialingCode::active).toList();
        country = head.choice(
                        "dialingCodeId",
                        "field.dialingCodeId",
                        countries,
                        code -> code.label() + " (" + code.prefix() + ")",
                        usual(countries))
                .required();
        first = bound("firstNumber");
        last = bound("lastNumber");
        reading.getStyleClass().add("field-hint");
        reading.setId("range-reading");
        reading.setWrapText(true);
        head.add(reading);
        rest = new RowForm(desk, controller, NumberRange.TYPE, null, field -> !ASKED_ABOVE.contains(field.name()));
        node.getStyleClass().add("form-parts");
        node.getChildren().addAll(head, rest.node());
        first.onChange(this::read);
        last.onChange(this::read);
        ((ComboBoxBase<?>) country.input()).valueProperty().subscribe(this::read);
    }

    private static @Nullable DialingCode usual(List<DialingCode> countries) {
        return countries.stream()
                .filter(code -> code.code().equals(Country.FRANCE.code()))
                .findFirst()
                .orElse(countries.isEmpty() ? null : countries.getFirst());
    }

    private FormField<String> bound(String name) {
        return head.text(name, "field." + name, "").required().rule(typed -> problemWith(typed, name));
    }

    private Optional<Checked<E164>> parsed(String typed) {
        return typed.isBlank()
                ? Optional.empty()
                : country.value().map(code -> parser.parse(typed, new Country(code.code(), code.prefix())));
    }

    private Optional<E164> number(FormField<String> bound) {
        return parsed(bound.value())
                .flatMap(read -> read instanceof Checked.Valid<E164>(var number, var _)
                        ? Optional.of(number)
                        : Optional.empty());
    }

    private Optional<Problem> problemWith(String typed, String name) {
        return parsed(typed)
                .flatMap(read -> read instanceof Checked.Invalid<E164>(var problem)
                        ? Optional.of(problem.at(name))
                        : Optional.empty());
    }

    /** What is no range is told when it is saved; here only what was understood so far. */
    private void read() {
        var from = number(first);
        var to = number(last);
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
        var from = number(first).orElseThrow();
        // Typed with its calling code, a number says itself where it is.
        values.put(
                "dialingCodeId",
                NumberDefaults.of(from, plan, own, country.value())
                        .country()
                        .or(country::value)
                        .map(DialingCode::id)
                        .orElse(null));
        values.put("firstNumber", from.value());
        values.put("lastNumber", number(last).orElseThrow().value());
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

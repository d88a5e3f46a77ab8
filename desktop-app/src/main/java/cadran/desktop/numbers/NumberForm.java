package cadran.desktop.numbers;

import cadran.desktop.tables.Entry;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.RowForm;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.ReferenceValues;
import cadran.model.numbers.Country;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberDefaults;
import cadran.model.numbers.NumberDisplay;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A new number: typed in any spelling, shown in its canonical form before it is saved. */
final class NumberForm implements Entry {
    private static final List<DidStatus> FIRST = List.of(DidStatus.AVAILABLE, DidStatus.ORDERED, DidStatus.ASSIGNED);
    private static final List<String> ASKED_ABOVE = List.of("dialingCodeId", "e164", "status");

    private final Desk desk;
    private final NumberingPlan plan;
    private final NumberParser parser;
    private final ReferenceValues own;
    private final Form head;
    private final RowForm rest;
    private final VBox node = new VBox();
    private final FormField<Optional<DialingCode>> country;
    private final FormField<String> number;
    private final FormField<Optional<DidStatus>> status;
    private final Label reading = new Label();

    NumberForm(Desk desk, TableController controller, NumberingPlan plan, ReferenceValues own) {
        this.desk = desk;
        this.plan = plan;
        this.own = own;
        parser = new NumberParser(plan);
        head = new Form(desk);
        var countries = own.dialingCodes().stream().filter(DialingCode::active).toList();
        country = head.choice(
                        "dialingCodeId",
                        "field.dialingCodeId",
                        countries,
                        code -> code.label() + " (" + code.prefix() + ")",
                        usual(countries))
                .required();
        number = head.text("e164", "number.entry", "").required().rule(this::problemWith);
        reading.getStyleClass().add("field-hint");
        reading.setId("number-reading");
        head.add(reading);
        var statusField = Did.TYPE.field("status");
        status = head.choice(
                        "status",
                        "field.status",
                        FIRST,
                        each -> desk.texts().get(FieldText.codeKey(Did.TYPE, statusField, each.name())),
                        DidStatus.AVAILABLE)
                .required();
        rest = new RowForm(desk, controller, Did.TYPE, null, field -> !ASKED_ABOVE.contains(field.name()));
        node.getStyleClass().add("form-parts");
        node.getChildren().addAll(head, rest.node());
        ((TextField) number.input()).textProperty().subscribe(this::read);
        ((ComboBoxBase<?>) country.input()).valueProperty().subscribe(this::read);
    }

    private static @Nullable DialingCode usual(List<DialingCode> countries) {
        return countries.stream()
                .filter(code -> code.code().equals(Country.FRANCE.code()))
                .findFirst()
                .orElse(countries.isEmpty() ? null : countries.getFirst());
    }

    private Optional<Checked<E164>> parsed() {
        return number.value().isBlank()
                ? Optional.empty()
                : country.value().map(code -> parser.parse(number.value(), new Country(code.code(), code.prefix())));
    }

    private NumberDefaults defaults() {
        return parsed().flatMap(read -> read instanceof Checked.Valid<E164>(var e164, var _)
                        ? Optional.of(NumberDefaults.of(e164, plan, own, country.value()))
                        : Optional.empty())
                .orElse(NumberDefaults.NONE);
    }

    private Optional<Problem> problemWith(String typed) {
        return parsed().flatMap(read -> read instanceof Checked.Invalid<E164>(var problem)
                ? Optional.of(problem.at("e164"))
                : Optional.empty());
    }

    // A doubt is said and does not stop anybody: the plan's owners allot ranges faster than any table learns of them.
    private void read() {
        var defaults = defaults();
        rest.propose(
                "regionId",
                defaults.region().map(region -> new Choice(region.id().toString(), region.label())));
        rest.propose("typeId", defaults.type().map(type -> new Choice(type.id().toString(), type.label())));
        reading.setText(parsed().map(read -> switch (read) {
                    case Checked.Valid<E164>(var e164, var warnings) ->
                        desk.texts().get("number.reading", "number", NumberDisplay.of(e164), "e164", e164)
                                + defaults.country()
                                        .map(code -> " · " + code.label())
                                        .orElse("")
                                + warnings.stream()
                                        .map(warning -> "\n" + desk.texts().problem(warning))
                                        .collect(Collectors.joining());
                    case Checked.Invalid<E164> invalid -> "";
                })
                .orElse(""));
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
        var values = new LinkedHashMap<String, @Nullable Object>(rest.values());
        // Typed with its calling code, a number says itself where it is.
        values.put(
                "dialingCodeId",
                defaults().country().or(country::value).map(DialingCode::id).orElse(null));
        values.put(
                "description",
                NumberDefaults.described(
                        (String) values.get("description"),
                        rest.chosen("regionId").orElse(null)));
        values.put("e164", parsed().map(read -> read.orThrow().value()).orElse(null));
        values.put("status", status.value().map(DidStatus::name).orElse(null));
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

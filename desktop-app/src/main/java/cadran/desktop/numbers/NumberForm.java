package cadran.desktop.numbers;

import cadran.desktop.tables.Entry;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.NumberFields;
import cadran.desktop.tables.RowForm;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.catalog.ReferenceValues;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberDefaults;
import cadran.model.numbers.NumberDisplay;
import cadran.model.numbers.NumberKind;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A new number: typed in any spelling, shown in its canonical form before it is saved. */
final class NumberForm implements Entry {
    private static final List<DidStatus> FIRST = List.of(DidStatus.AVAILABLE, DidStatus.ORDERED, DidStatus.ASSIGNED);
    private static final List<String> ASKED_ABOVE = List.of("dialingCodeId", "e164", "status");

    private final Desk desk;
    private final Form head;
    private final NumberFields numbers;
    private final RowForm rest;
    private final VBox node = new VBox();
    private final FormField<String> number;
    private final FormField<Optional<DidStatus>> status;
    private final Label reading = new Label();

    NumberForm(Desk desk, TableController controller, ReferenceValues own) {
        this.desk = desk;
        head = new Form(desk);
        numbers = new NumberFields(head, own);
        number = numbers.add("e164", "number.entry");
        reading.getStyleClass().add("field-hint");
        reading.setWrapText(true);
        reading.setMinHeight(Label.USE_PREF_SIZE);
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
        number.onChange(this::read);
        numbers.onCountry(this::read);
    }

    // A doubt is said and does not stop anybody: the plan's owners allot ranges faster than any table learns of them.
    private void read() {
        var defaults = numbers.defaults(number);
        rest.propose(
                "regionId",
                defaults.region().map(region -> new Choice(region.id().toString(), region.label())));
        rest.propose("typeId", defaults.type().map(type -> new Choice(type.id().toString(), type.label())));
        reading.setText(numbers.parsed(number.value())
                .map(read -> switch (read) {
                    case Checked.Valid<E164>(var e164, var warnings) ->
                        desk.texts().get("number.reading", "number", NumberDisplay.of(e164), "e164", e164)
                                + defaults.country()
                                        .map(code -> " · " + code.label())
                                        .orElse("")
                                + numbers.kind(e164)
                                        .map(kind -> " · " + kind(kind))
                                        .orElse("")
                                + warnings.stream()
                                        .map(warning -> "\n" + desk.texts().problem(warning))
                                        .collect(Collectors.joining());
                    case Checked.Invalid<E164> invalid -> "";
                })
                .orElse(""));
    }

    private String kind(NumberKind kind) {
        return desk.texts().get("code.plan.kind." + kind.name().toLowerCase(Locale.ROOT));
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
        values.put("dialingCodeId", numbers.dialingCode(number));
        values.put(
                "description",
                NumberDefaults.described(
                        (String) values.get("description"),
                        rest.chosen("regionId").orElse(null)));
        values.put(
                "e164",
                numbers.parsed(number.value())
                        .map(read -> read.orThrow().value())
                        .orElse(null));
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

package cadran.desktop.ranges;

import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.FormEntry;
import cadran.desktop.tables.RowForm;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.model.catalog.ReferenceValues;
import cadran.model.numbers.Did;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberDefaults;
import cadran.model.numbers.NumberRange;
import cadran.model.numbers.NumberingPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How many numbers will be made, from which to which, and what they will be. */
final class CompleteForm implements FormEntry {
    private static final Set<String> ASKED = Set.of("typeId", "regionId");

    private final RowForm form;
    private final VBox node = new VBox();

    /** What is missing when the pane opens, and what the organisation's tables say of it. */
    record Preview(List<String> missing, ReferenceValues own) {}

    CompleteForm(Desk desk, TableController numbers, NumberRange range, Preview preview) {
        var texts = desk.texts();
        var missing = preview.missing();
        var text = new Label(texts.count(
                "range.complete.preview",
                missing.size(),
                "first",
                FieldText.number(missing.getFirst()),
                "last",
                FieldText.number(missing.getLast()),
                "present",
                range.size() - missing.size()));
        text.setId("range-complete-preview");
        text.setWrapText(true);
        text.getStyleClass().add("modal-text");
        form = new RowForm(desk, numbers, Did.TYPE, null, field -> ASKED.contains(field.name()));
        var chosen = preview.own().dialingCodes().stream()
                .filter(code -> code.id().equals(range.dialingCodeId()))
                .findFirst();
        var defaults = NumberDefaults.of(new E164(missing.getFirst()), NumberingPlan.shipped(), preview.own(), chosen);
        form.propose("typeId", defaults.type().map(type -> new Choice(type.id().toString(), type.label())));
        form.propose(
                "regionId",
                defaults.region().map(region -> new Choice(region.id().toString(), region.label())));
        node.getStyleClass().add("form-parts");
        node.getChildren().addAll(text, form.node());
    }

    CompleteRange.Kind kind() {
        var values = form.values();
        Optional<String> region = form.chosen("regionId");
        return new CompleteRange.Kind(
                (UUID) Objects.requireNonNull(values.get("typeId")),
                (UUID) values.get("regionId"),
                region.orElse(null));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Form form() {
        return form.form();
    }

    @Override
    public Map<String, @Nullable Object> values() {
        return form.values();
    }
}

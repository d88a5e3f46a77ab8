package cadran.desktop.assignments;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.FormEntry;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.numbers.Assignment;
import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which number works for which campaign, from when to when. */
final class AssignmentForm implements FormEntry {
    private final Desk desk;
    private final Workspace workspace;
    private final Form form;
    private final VBox node = new VBox();
    private final Label overlap = new Label();
    private final FormField<Optional<String>> did;
    private final FormField<Optional<String>> campaign;
    private final FormField<Optional<LocalDate>> startsOn;
    private final FormField<Optional<LocalDate>> endsOn;
    private final FormField<Boolean> inbound;
    private final FormField<Boolean> outbound;
    private final FormField<Optional<BigDecimal>> priority;
    private final FormField<String> alias;
    private final UseLine use;
    private List<Row> known = List.of();

    /** @param from the number or the campaign where the wish began; null for neither */
    AssignmentForm(Desk desk, Workspace workspace, TableController controller, @Nullable GridRow from) {
        this.desk = desk;
        this.workspace = workspace;
        form = new Form(desk);
        did = reference(controller, "didId", from);
        campaign = reference(controller, "campaignId", from);
        startsOn = form.date("startsOn", "field.startsOn", workspace.today()).required();
        endsOn = form.date("endsOn", "field.endsOn", null).rule(this::problemWithEnd);
        inbound = form.toggle("inbound", "field.inbound", true).rule(this::problemWithDirection);
        outbound = form.toggle("outbound", "field.outbound", true);
        priority = form.decimal("priority", "field.priority", null)
                .rule(entered ->
                        Optional.ofNullable(Assignment.TYPE.field("priority").check(entered.orElse(null))));
        alias = form.text("alias", "field.alias", "")
                .rule(entered ->
                        Optional.ofNullable(Assignment.TYPE.field("alias").check(entered)));
        overlap.getStyleClass().add("field-hint");
        overlap.setId("assignment-overlap");
        overlap.setWrapText(true);
        node.getStyleClass().add("form-parts");
        use = new UseLine(desk, workspace);
        node.getChildren().addAll(form, overlap, use.node());
        List.of(did, startsOn, endsOn, inbound, outbound).forEach(field -> field.onChange(this::warn));
        did.onChange(this::loadKnown);
        loadKnown();
        did.onChange(this::judge);
        campaign.onChange(this::judge);
        outbound.onChange(this::judge);
        startsOn.onChange(this::judge);
        endsOn.onChange(this::judge);
        judge();
    }

    private void judge() {
        use.judge(
                did.value().map(UUID::fromString),
                campaign.value().map(UUID::fromString),
                outbound.value(),
                startsOn.value(),
                endsOn.value());
    }

    private FormField<Optional<String>> reference(TableController controller, String name, @Nullable GridRow from) {
        var field = Assignment.TYPE.field(name);
        boolean given = from != null && from.row().type().name().equals(field.references());
        var chosen = given && from != null
                ? new Choice(
                        from.row().id().toString(), FieldText.number(from.row().label()))
                : null;
        var input = form.reference(name, FieldText.nameKey(field), controller.choices(field), chosen)
                .required();
        input.input().setDisable(given);
        return input;
    }

    private Optional<Problem> problemWithEnd(Optional<LocalDate> end) {
        return end.flatMap(last -> startsOn.value().filter(last::isBefore))
                .map(start -> Problem.of("period.ends_before_it_starts"));
    }

    private Optional<Problem> problemWithDirection(boolean in) {
        return in || outbound.value() ? Optional.empty() : Optional.of(Problem.of("assignment.no_direction"));
    }

    private void loadKnown() {
        known = List.of();
        did.value()
                .map(UUID::fromString)
                .ifPresent(id -> desk.background()
                        .run(
                                "work.load",
                                progress -> workspace
                                        .rows()
                                        .pointingTo(Assignment.TYPE, Assignment.TYPE.field("didId"), id),
                                found -> {
                                    known = found;
                                    warn();
                                }));
    }

    /** A doubt, no refusal: a number may well ring for two campaigns. */
    private void warn() {
        long count = wanted().stream()
                .flatMap(wanted -> known.stream().map(Assignment.TYPE::read).filter(wanted::overlaps))
                .count();
        overlap.setText(count == 0 ? "" : desk.texts().count("assignment.overlap", count));
    }

    private Optional<Assignment> wanted() {
        return startsOn.value()
                .map(start -> new Assignment(
                        new UUID(0, 0),
                        did.value().map(UUID::fromString).orElse(new UUID(0, 0)),
                        campaign.value().map(UUID::fromString).orElse(new UUID(0, 0)),
                        start,
                        endsOn.value().orElse(null),
                        inbound.value(),
                        outbound.value(),
                        null,
                        null));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("didId", UUID.fromString(did.value().orElseThrow()));
        values.put("campaignId", UUID.fromString(campaign.value().orElseThrow()));
        values.put("startsOn", startsOn.value().orElseThrow());
        values.put("endsOn", endsOn.value().orElse(null));
        values.put("inbound", inbound.value());
        values.put("outbound", outbound.value());
        values.put("priority", priority.value().orElse(null));
        values.put("alias", alias.value().isBlank() ? null : alias.value());
        return values;
    }
}

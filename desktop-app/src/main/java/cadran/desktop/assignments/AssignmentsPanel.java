package cadran.desktop.assignments;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.InFocus;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.model.Schema;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Row;
import cadran.model.usage.Judgement;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.UseGate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The assignments of the number or of the campaign in focus: what runs, what comes, what was. */
final class AssignmentsPanel implements Beside {
    /** Of a campaign with thousands, the rest is in the list of assignments. */
    private static final int MOST = 50;

    private final Desk desk;
    private final Workspace workspace;
    private final AssignmentsController controller;
    private final Field mine;
    private final Field others;
    private final UseWords words;
    private final VBox node = new VBox();
    private final VBox lines = new VBox();
    private final InFocus<List<Line>> focus;

    /** One assignment with what stands at its other end, and what the rules say of its showing the number. */
    private record Line(Row assignment, String other, List<Judgement.From> use) {}

    /** @param mine the reference to what is in focus, the other one is shown */
    AssignmentsPanel(Desk desk, Workspace workspace, AssignmentsController controller, String mine, String others) {
        this.desk = desk;
        this.workspace = workspace;
        this.controller = controller;
        this.mine = Assignment.TYPE.field(mine);
        this.others = Assignment.TYPE.field(others);
        node.getStyleClass().add("assignments");
        lines.getStyleClass().add("assignments");
        node.getChildren().addAll(DetailPane.heading(desk.texts(), "entity.assignment.title"), lines);
        commands().forEach(command -> node.getChildren().add(Buttons.of(desk.texts(), command)));
        words = new UseWords(desk.texts());
        focus = new InFocus<>(
                desk,
                workspace,
                Set.of(Assignment.TYPE, Did.TYPE, Campaign.TYPE, OrganisationRule.TYPE),
                row -> progress -> linesOf(row.row().id()),
                (row, found) -> show(found),
                lines.getChildren()::clear);
    }

    @Override
    public List<Command> commands() {
        return controller.mayWrite()
                ? List.of(Command.of("assignment.begin", Feather.LINK, this::assign)
                        .onKey(new KeyCodeCombination(
                                KeyCode.I, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)))
                : List.of();
    }

    private EntityType<?> target() {
        return Schema.type(Objects.requireNonNull(others.references()));
    }

    private void assign() {
        controller.assign(focus.row(), made -> {});
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(GridRow row) {
        focus.set(row);
    }

    private List<Line> linesOf(UUID id) {
        var rows = workspace.rows().pointingTo(Assignment.TYPE, mine, id);
        var newest = rows.stream()
                .sorted(Comparator.comparing(AssignmentsPanel::start).reversed())
                .limit(MOST)
                .toList();
        var ids = newest.stream()
                .map(row -> Objects.requireNonNull(row.reference(others.name())))
                .collect(Collectors.toSet());
        var names = workspace.rows().findAll(target(), ids);
        if (newest.isEmpty()) {
            return List.of();
        }
        var own = workspace.rows().find(Schema.type(Objects.requireNonNull(mine.references())), id);
        var gate = workspace.useGate();
        return newest.stream()
                .map(row ->
                        new Line(row, name(names, row), use(gate, row, own, names.get(row.reference(others.name())))))
                .toList();
    }

    /** Of what only takes calls, or is over, nobody asks it. */
    private List<Judgement.From> use(UseGate gate, Row row, @Nullable Row one, @Nullable Row other) {
        var assignment = Assignment.TYPE.read(row);
        var today = workspace.today();
        if (one == null || other == null || !assignment.outbound() || assignment.isOverBy(today)) {
            return List.of();
        }
        boolean isNumber = one.type() == Did.TYPE;
        return gate.judge(
                Did.TYPE.read(isNumber ? one : other),
                Campaign.TYPE.read(isNumber ? other : one),
                UseLine.notBefore(today, assignment.startsOn()),
                assignment.endsOn());
    }

    private String name(Map<UUID, Row> names, Row row) {
        var other = names.get(row.reference(others.name()));
        return other == null ? "" : FieldText.number(other.label());
    }

    private static LocalDate start(Row row) {
        return (LocalDate) Objects.requireNonNull(row.get("startsOn"));
    }

    private void show(List<Line> found) {
        lines.getChildren().setAll(found.stream().map(this::line).toList());
        if (found.isEmpty()) {
            var none = new Label(desk.texts().get("assignment.none"));
            none.getStyleClass().add("empty-hint");
            lines.getChildren().add(none);
        }
    }

    private Node line(Line line) {
        var texts = desk.texts();
        var name = new Label(line.other());
        name.setWrapText(true);
        var period = new Label(period(line.assignment()));
        period.getStyleClass().add("field-hint");
        period.setWrapText(true);
        var text = new VBox(name, period);
        if (!line.use().isEmpty()) {
            text.getChildren().addAll(use(line.use()));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        var box = new HBox(text);
        box.getStyleClass().add("assignment");
        box.setFocusTraversable(true);
        box.setAccessibleRole(AccessibleRole.TEXT);
        var told = Stream.concat(
                        Stream.of(period.getText()),
                        Stream.of(line.use()).filter(turns -> !turns.isEmpty()).map(words::verdicts))
                .collect(Collectors.joining(". "));
        box.setAccessibleText(texts.get("detail.line", "name", line.other(), "value", told));
        var end = line.assignment().get("endsOn");
        boolean isOver = end instanceof LocalDate last && last.isBefore(workspace.today());
        if (isOver) {
            box.getStyleClass().add("over");
        } else if (controller.mayWrite()) {
            box.getChildren()
                    .add(Buttons.icon(
                            texts, Command.of("assignment.end", Feather.X, () -> controller.end(line.assignment()))));
        }
        return box;
    }

    private List<Label> use(List<Judgement.From> turns) {
        var said = new ArrayList<Label>();
        said.add(use(words.verdicts(turns)));
        said.getFirst()
                .getStyleClass()
                .add(UseWords.style(turns.getFirst().judgement().verdict()));
        // Why is what a person acts on; the rule itself is for whoever wants to read it.
        Stream.of(words.reasons(turns), words.rule(turns))
                .filter(line -> !line.isEmpty())
                .map(this::use)
                .forEach(label -> {
                    label.getStyleClass().add("field-hint");
                    said.add(label);
                });
        return said;
    }

    private Label use(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    private String period(Row row) {
        var texts = desk.texts();
        var end = row.get("endsOn");
        boolean in = Boolean.TRUE.equals(row.get("inbound"));
        boolean out = Boolean.TRUE.equals(row.get("outbound"));
        var direction = texts.get(in && out ? "assignment.both" : in ? "assignment.in" : "assignment.out");
        return end instanceof LocalDate last
                ? texts.get(
                        "assignment.period",
                        "from",
                        texts.formats().date(start(row)),
                        "to",
                        texts.formats().date(last),
                        "direction",
                        direction)
                : texts.get("assignment.open", "from", texts.formats().date(start(row)), "direction", direction);
    }
}

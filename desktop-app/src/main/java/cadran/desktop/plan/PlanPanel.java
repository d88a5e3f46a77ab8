package cadran.desktop.plan;

import cadran.desktop.edit.Workspace;
import cadran.desktop.i18n.Texts;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.Region;
import cadran.model.numbers.Did;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberDisplay;
import cadran.model.numbers.NumberingPlan;
import cadran.model.numbers.PlanDoubts;
import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the number in focus is written at home and abroad, what the plan makes it for, and where its row says something else. */
final class PlanPanel implements Beside {
    private final Desk desk;
    private final Workspace workspace;
    private final NumberingPlan plan;
    private final PlanWords words;
    private final VBox node = new VBox();
    private @Nullable GridRow shown;

    PlanPanel(Desk desk, Workspace workspace, NumberingPlan plan) {
        this.desk = desk;
        this.workspace = workspace;
        this.plan = plan;
        words = new PlanWords(desk.texts());
        node.getStyleClass().add("holder");
        node.setId("numbering-plan");
        new Refresh(workspace, Set.of(DialingCode.TYPE, Region.TYPE, NumberType.TYPE), this::load);
        desk.texts().languageProperty().subscribe(language -> load());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(GridRow row) {
        shown = row;
        load();
    }

    private void load() {
        var row = shown;
        if (row != null) {
            tell(row, List.of());
            desk.background().run("work.load", progress -> doubts(row), found -> {
                if (row.equals(shown)) {
                    tell(row, found);
                }
            });
        }
    }

    private List<Problem> doubts(GridRow row) {
        return PlanDoubts.of(Did.TYPE.read(row.row()), plan, workspace.referenceValues());
    }

    private void tell(GridRow row, List<Problem> doubts) {
        node.getChildren().clear();
        PlanFeature.number(row).ifPresent(number -> {
            var title = new Label(desk.texts().get("plan.title"));
            title.getStyleClass().add("detail-section");
            node.getChildren().add(title);
            lines(number).forEach(line -> node.getChildren().add(DetailPane.line(desk.texts(), line)));
        });
        doubts.forEach(doubt -> node.getChildren().add(doubt(doubt)));
    }

    private List<DetailPane.Line> lines(E164 number) {
        var lines = new ArrayList<DetailPane.Line>();
        lines.add(new DetailPane.Line("plan.national", NumberDisplay.national(number)));
        lines.add(new DetailPane.Line("plan.e164", number.value()));
        plan.of(number).ifPresent(line -> {
            lines.add(new DetailPane.Line("plan.kind", words.kind(line)));
            lines.add(new DetailPane.Line("plan.area", words.place(line)));
            lines.add(new DetailPane.Line("plan.source", words.source(line)));
        });
        return lines;
    }

    /** The sign says it too: colour is never alone. */
    private Label doubt(Problem doubt) {
        Texts texts = desk.texts();
        var label = new Label("⚠ " + texts.problem(doubt));
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().addAll("plan-doubt", "use-to-be-checked");
        return label;
    }
}

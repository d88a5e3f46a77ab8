package cadran.desktop.plan;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.Knowledge;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberDisplay;
import cadran.model.numbers.NumberingPlan;
import cadran.model.numbers.PlanPrefix;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The numbering plans beside the numbers: as columns, as a key of their list, and in a number's detail. */
public final class PlanFeature {
    private final Desk desk;
    private final Workspace workspace;
    private final NumberingPlan plan = NumberingPlan.shipped();
    private final PlanWords words;

    public PlanFeature(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        words = new PlanWords(desk.texts());
    }

    public Beside besideNumber() {
        return new PlanPanel(desk, workspace, plan);
    }

    public Knowledge ofNumbers() {
        return new Knowledge(
                List.of(
                        column("nationalNumber", "plan.national", 130, NumberDisplay::national),
                        column("internationalNumber", "plan.e164", 140, E164::value),
                        column(
                                "numberKind",
                                "plan.kind",
                                150,
                                number -> line(number).map(words::kind).orElse("")),
                        column(
                                "numberArea",
                                "plan.area",
                                150,
                                number -> line(number).map(words::place).orElse(""))),
                List.of(new KindKey(desk.texts(), plan)),
                changed -> {});
    }

    private Optional<PlanPrefix> line(E164 number) {
        return plan.of(number);
    }

    private static GridColumn<GridRow> column(String id, String title, double width, Function<E164, String> told) {
        return GridColumn.<GridRow>of(id, title, row -> number(row).map(told).orElse(""))
                .width(width)
                .extra();
    }

    static Optional<E164> number(GridRow row) {
        return Optional.ofNullable(row.row().text("e164"))
                .filter(E164::isCanonical)
                .map(E164::new);
    }
}

package cadran.desktop.assignments;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Words;
import cadran.desktop.filter.YesNoKey;
import cadran.desktop.query.Numbers;
import cadran.desktop.shell.Feature;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.TableActions;
import cadran.desktop.tables.TableColumns;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.TableFeature;
import cadran.desktop.tables.TableFilter;
import cadran.desktop.tables.TableView;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Assignment;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** All assignments as a list, and those of one number or campaign as a panel beside it. */
public final class AssignmentsFeature {
    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;
    private final AssignmentsController controller;

    public AssignmentsFeature(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        table = new TableController(desk, workspace, Assignment.TYPE);
        controller = new AssignmentsController(desk, workspace, table);
    }

    public Feature list() {
        var columns = new AssignmentColumns(desk, workspace);
        var view = new TableView(
                desk,
                workspace,
                Assignment.TYPE,
                columns.all(new TableColumns(desk, table, Assignment.TYPE)),
                new TableFilter(
                        desk.texts(),
                        workspace,
                        Assignment.TYPE,
                        List.of(new YesNoKey(
                                new Words(desk.texts()),
                                "filter.running",
                                "filter.running.names",
                                () -> Numbers.running(workspace.today()))),
                        word -> List.of()));
        var actions = new TableActions(table, view, made -> controller.assign(null, made));
        view.whenEmpty(Feather.LINK, table.mayWrite() ? List.of(actions.add()) : List.of());
        actions.onRow().forEach(view::rowAction);
        columns.onFound(view.grid()::redraw);
        return new TableFeature(workspace, Assignment.TYPE, Feather.LINK, null, view, actions.all());
    }

    public Beside besideNumber() {
        return new AssignmentsPanel(desk, workspace, controller, "didId", "campaignId");
    }

    public Beside besideCampaign() {
        return new AssignmentsPanel(desk, workspace, controller, "campaignId", "didId");
    }
}

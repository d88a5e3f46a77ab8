package cadran.desktop.assignments;

import cadran.desktop.edit.Workspace;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Refresh;
import cadran.desktop.tables.TableColumns;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The list of assignments: beside their fields whether they run today, for whom, and what the dialler calls the campaign. */
final class AssignmentColumns {
    private static final Known UNKNOWN = new Known("", "");

    /** Of a campaign. */
    private record Known(String customer, String hermesId) {}

    private final Desk desk;
    private final Workspace workspace;
    private Map<UUID, Known> campaigns = Map.of();
    private Runnable found = () -> {};
    private boolean watching;

    AssignmentColumns(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
    }

    /** Told when more is known than was drawn. */
    void onFound(Runnable action) {
        found = action;
    }

    List<GridColumn<GridRow>> all(TableColumns make) {
        var columns = new ArrayList<GridColumn<GridRow>>();
        for (var field : Assignment.TYPE.fields()) {
            columns.add(make.of(field));
            if (field.name().equals("campaignId")) {
                columns.add(GridColumn.of("state", "field.state", this::state).width(100));
                columns.add(of("customer", "field.customerId", Known::customer));
                columns.add(of("hermesId", "field.hermesId", Known::hermesId));
            }
        }
        return columns;
    }

    private GridColumn<GridRow> of(String id, String title, Function<Known, String> text) {
        return GridColumn.<GridRow>of(id, title, row -> text.apply(known(row)))
                .width(150)
                .flexible(110);
    }

    private String state(GridRow row) {
        var assignment = Assignment.TYPE.read(row.row());
        var today = workspace.today();
        return desk.texts()
                .get(
                        assignment.isOverBy(today)
                                ? "assignment.over"
                                : assignment.runsOn(today) ? "assignment.running" : "assignment.planned");
    }

    private Known known(GridRow row) {
        if (!watching) {
            watching = true;
            new Refresh(workspace, Set.of(Campaign.TYPE, Customer.TYPE), this::load);
            load();
        }
        return campaigns.getOrDefault(Objects.requireNonNull(row.row().reference("campaignId")), UNKNOWN);
    }

    /** Of all campaigns: there are thousands at most, and whoever scrolls sees many of them. */
    private void load() {
        desk.background().run("work.load", progress -> read(), now -> {
            campaigns = now;
            found.run();
        });
    }

    private Map<UUID, Known> read() {
        var read = new HashMap<UUID, Known>();
        for (var row : workspace.rows().list(Query.unordered(Campaign.TYPE))) {
            var hermes = Objects.requireNonNullElse(row.row().text("hermesId"), "");
            read.put(row.row().id(), new Known(row.labels().getOrDefault("customerId", ""), hermes));
        }
        return read;
    }
}

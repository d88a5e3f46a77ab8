package cadran.desktop.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.desktop.UiTest;
import cadran.desktop.bulk.BulkOp;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.DataGrid;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What numbers work for, as a list: the campaign's customer, its name in the dialler, and whether it is today. */
@SuppressWarnings("NullAway.Init") // set at the start of each test
class AssignmentListTest extends UiTest {
    private OpenProfile profile;

    @AfterEach
    void close() {
        profile.close();
    }

    private Row assignment(Row number, Row campaign, LocalDate from, @Nullable LocalDate until) {
        return Assignment.TYPE.row(
                new Assignment(OpenStore.id(), number.id(), campaign.id(), from, until, true, false, null, null),
                OpenStore.ORGANISATION);
    }

    private void set(Row row, String field, String value) {
        profile.workspace.edits().run(BulkOp.setting("op.edit", row.type(), List.of(row), any -> Map.of(field, value)));
    }

    private static Set<String> shown(DataGrid<GridRow> grid) {
        return onFx(() -> grid.table().getItems().stream()
                .map(row ->
                        grid.text("state", row) + "/" + grid.text("customer", row) + "/" + grid.text("hermesId", row))
                .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachSaysForWhomWhereAndWhetherItRuns(Language language) {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, 60);
        var rows = profile.workspace.rows();
        var number = rows.list(Query.of(Did.TYPE).where(new Filter.Is("status", "IN_USE")))
                .getFirst()
                .row();
        var campaign = rows.list(Query.of(Campaign.TYPE).where(new Filter.Is("customerId", number.get("customerId"))))
                .getFirst()
                .row();
        set(campaign, "hermesId", "H-4711");
        var today = profile.workspace.today();
        profile.open.run(
                TestOp.adding(assignment(number, campaign, today.minusDays(9), today.minusDays(1))),
                TestOp.adding(assignment(number, campaign, today, today)),
                TestOp.adding(assignment(number, campaign, today.plusDays(1), null)));
        var customer = Objects.requireNonNull(
                rows.find(Customer.TYPE, Objects.requireNonNull(number.reference("customerId"))));
        var desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("assignments"));
        quiet();
        @SuppressWarnings("unchecked")
        var grid = (DataGrid<GridRow>) one(DataGrid.class);
        await("its campaigns", () -> shown(grid).stream().allMatch(line -> line.endsWith("H-4711")));
        var states = language == Language.FRENCH
                ? List.of("Terminé", "En cours", "Prévu")
                : List.of("Over", "Running", "Planned");
        assertEquals(
                states.stream()
                        .map(state -> state + "/" + customer.label() + "/H-4711")
                        .collect(Collectors.toSet()),
                shown(grid));

        set(customer, "name", "Nouveau nom");
        await("the customer's new name", () -> shown(grid).stream().allMatch(line -> line.contains("/Nouveau nom/")));
    }
}

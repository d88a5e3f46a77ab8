package cadran.desktop.samples;

import cadran.desktop.shell.Feature;
import cadran.desktop.shell.SearchSource;
import cadran.desktop.ui.Badge;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.ChoiceSource;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.FilterBar;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.NumberInput;
import cadran.desktop.ui.RowState;
import cadran.model.problem.Problem;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Everything of the kit in one feature over synthetic rows. */
public final class SampleFeature implements Feature {
    private final Desk desk;
    private final SampleRows rows;
    private final DetailPane detail;
    private final DataGrid<Sample> grid;
    private final FilterBar bar;
    private final Command add;

    public SampleFeature(Desk desk, SampleRows rows) {
        this.desk = desk;
        this.rows = rows;
        detail = new DetailPane(desk.texts());
        var customers = List.of(
                new Choice("a", "Alpha Énergie"),
                new Choice("b", "Bêta Assurances"),
                new Choice("c", "Clinique des Tilleuls"));
        grid = new DataGrid<>(
                desk,
                "sample",
                List.of(
                        GridColumn.of("number", "sample.number", Sample::number)
                                .width(170)
                                .sortable(),
                        GridColumn.of("status", "sample.status", Sample::status)
                                .graphic(row -> Badge.dot("status-" + row.status()))
                                .width(150),
                        GridColumn.of("customer", "sample.customer", Sample::customer)
                                .width(220)
                                .choosable(
                                        ChoiceSource.of(customers),
                                        (row, id) -> change(row.withCustomer(customers.stream()
                                                .filter(each -> each.id().equals(id))
                                                .map(Choice::label)
                                                .findFirst()
                                                .orElse("")))),
                        GridColumn.<Sample>of(
                                        "price",
                                        "sample.price",
                                        row -> desk.texts()
                                                .formats()
                                                .money(new java.math.BigDecimal(row.price()), "EUR"))
                                .number()
                                .editable(Sample::price, this::changePrice)),
                (one, other) -> one.index() == other.index());
        grid.rowState(row -> switch (row.index()) {
            case 2 -> RowState.QUEUED;
            case 4 -> RowState.REFUSED;
            case 5 -> RowState.CONFLICT;
            default -> RowState.NONE;
        });
        bar = new FilterBar(desk, "sample.title", query -> grid.show(rows));
        add = Command.of(
                        "sample.add",
                        Feather.PLUS,
                        () -> desk.toasts().showWithUndo("14 numéros affectés à Alpha Énergie", () -> {}))
                .onKey(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN));
        bar.action(Buttons.main(desk.texts(), add));
        bar.leadsTo(grid.table());
        grid.focusedRowProperty().subscribe(this::tell);
    }

    private @Nullable Problem changePrice(Sample row, String entered) {
        var price = NumberInput.decimal(entered);
        return price.isEmpty()
                ? Problem.of("field.not_a_number")
                : change(row.withPrice(price.get().toPlainString()));
    }

    private @Nullable Problem change(Sample changed) {
        rows.edit(changed);
        grid.replace(changed);
        return null;
    }

    private void tell(@Nullable Sample row) {
        if (row == null) {
            detail.nothing();
        } else {
            detail.show(
                    row.number(),
                    Badge.of("status-" + row.status(), desk.texts().bind("sample.status")),
                    List.of(
                            new DetailPane.Line("sample.customer", row.customer()),
                            new DetailPane.Line("sample.price", row.price())));
        }
    }

    public DataGrid<Sample> grid() {
        return grid;
    }

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public String titleKey() {
        return "sample.title";
    }

    @Override
    public Ikon icon() {
        return Feather.HASH;
    }

    @Override
    public Node view() {
        VBox.setVgrow(grid, Priority.ALWAYS);
        grid.show(rows);
        return new VBox(bar, grid);
    }

    @Override
    public Node detail() {
        return detail;
    }

    @Override
    public List<Command> commands() {
        return List.of(add, bar.find());
    }

    @Override
    public SearchSource search() {
        return (query, limit) -> java.util.stream.IntStream.range(0, Math.min(1000, rows.count()))
                .mapToObj(rows::row)
                .filter(row -> row.number().replace(" ", "").contains(query.replace(" ", "")))
                .limit(limit)
                .map(row -> new SearchSource.Hit(Integer.toString(row.index()), row.number(), row.customer()))
                .toList();
    }

    @Override
    public void onShow() {
        grid.focusTable();
    }

    @Override
    public void open(String objectId) {
        grid.table().getSelectionModel().clearAndSelect(Integer.parseInt(objectId));
        grid.table().scrollTo(Integer.parseInt(objectId));
    }
}

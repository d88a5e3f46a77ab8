package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.InFocus;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.model.numbers.NumberPrice;
import cadran.model.numbers.PriceList;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the number in focus cost, costs and will cost. */
final class PricesPanel implements Beside {
    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;
    private final VBox node = new VBox();
    private final VBox lines = new VBox();
    private final InFocus<List<Row>> focus;
    private List<Row> prices = List.of();

    PricesPanel(Desk desk, Workspace workspace, TableController table) {
        this.desk = desk;
        this.workspace = workspace;
        this.table = table;
        node.getStyleClass().add("assignments");
        lines.getStyleClass().add("assignments");
        node.getChildren().addAll(DetailPane.heading(desk.texts(), "entity.number_price.title"), lines);
        if (table.mayWrite()) {
            node.getChildren().add(Buttons.of(desk.texts(), Command.of("price.add", Feather.PLUS, this::add)));
        }
        focus = new InFocus<>(
                desk,
                workspace,
                Set.of(NumberPrice.TYPE),
                row -> progress -> pricesOf(row.row().id()),
                (row, found) -> show(found),
                this::clear);
    }

    /** Asks for a price of the number in focus. */
    void add() {
        ask(null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(GridRow row) {
        focus.set(row);
    }

    private List<Row> pricesOf(UUID did) {
        return workspace.rows().pointingTo(NumberPrice.TYPE, NumberPrice.TYPE.field("didId"), did).stream()
                .sorted(Comparator.comparing(PriceList::start).reversed())
                .toList();
    }

    private void clear() {
        prices = List.of();
        lines.getChildren().clear();
    }

    private void show(List<Row> found) {
        prices = found;
        var current = PriceList.on(prices, workspace.today()).orElse(null);
        lines.getChildren()
                .setAll(prices.stream().map(price -> line(price, current)).toList());
        if (prices.isEmpty()) {
            var none = new Label(desk.texts().get("price.none"));
            none.setWrapText(true);
            none.getStyleClass().add("field-hint");
            lines.getChildren().add(none);
        }
    }

    private Node line(Row price, @Nullable Row current) {
        var texts = desk.texts();
        var amount = new Label(amount(price));
        var why = price.text("description");
        var period = new Label(when(price, current) + (why == null ? "" : "\n" + why));
        period.getStyleClass().add("field-hint");
        period.setWrapText(true);
        var text = new VBox(amount, period);
        HBox.setHgrow(text, Priority.ALWAYS);
        var box = new HBox(text);
        box.getStyleClass().add("assignment");
        box.setFocusTraversable(true);
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(texts.get("detail.line", "name", amount.getText(), "value", period.getText()));
        if (!price.equals(current) && !PriceList.start(price).isAfter(workspace.today())) {
            box.getStyleClass().add("over");
        }
        if (table.mayWrite()) {
            box.getChildren()
                    .addAll(
                            Buttons.icon(texts, Command.of("price.change", Feather.EDIT_2, () -> ask(price))),
                            Buttons.icon(texts, Command.of("price.remove", Feather.X, () -> remove(price))));
        }
        return box;
    }

    private String amount(Row price) {
        return price.get("monthlyCost") instanceof BigDecimal cost
                ? desk.texts().formats().money(cost, Objects.requireNonNullElse(price.text("currency"), "EUR"))
                : desk.texts().get("price.unknown");
    }

    private String when(Row price, @Nullable Row current) {
        var day = desk.texts().formats().date(PriceList.start(price));
        if (price.equals(current)) {
            return desk.texts().get("price.today", "date", day);
        }
        return PriceList.start(price).isAfter(workspace.today())
                ? desk.texts().get("price.planned", "date", day)
                : desk.texts().get("price.past", "date", day);
    }

    private void ask(@Nullable Row changed) {
        var number = focus.row();
        if (number == null) {
            return;
        }
        var others = prices.stream().filter(price -> !price.equals(changed)).toList();
        var form = new PriceForm(
                desk, changed, others, workspace.today(), number.row().text("currency"));
        table.ask(
                changed == null ? "price.add" : "price.change",
                "action.save",
                form,
                close -> table.save(
                        op(number, "op.price.set", list -> set(list, changed, form.entry())), form::show, close));
    }

    /** A price of another day is another price. */
    private static List<Intent> set(PriceList list, @Nullable Row changed, PriceList.Entry entry) {
        return changed == null || PriceList.start(changed).equals(entry.startsOn())
                ? list.set(entry)
                : list.move(changed, entry);
    }

    private void remove(Row price) {
        var number = focus.row();
        if (number != null) {
            table.save(op(number, "op.price.remove", list -> list.remove(price)));
        }
    }

    private ChangePrice op(GridRow number, String labelKey, ChangePrice.Step step) {
        return new ChangePrice(
                number.row().id(), labelKey, table.nameOf(number), workspace.today(), workspace.ids()::next, step);
    }
}

package cadran.desktop.dashboard;

import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.EmptyState;
import cadran.desktop.ui.Segments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The figures and the charts of the home screen. */
final class Charts extends VBox {
    private static final List<Integer> DAYS = List.of(30, 90, 180, 365);

    private final Texts texts;
    private final DashboardController controller;
    private final Figure total;
    private final Figure free;
    private final Figure used;
    private final Figure cost;
    private final Figure rests;
    private final Consumer<Slice> opener;
    private final BarList stands;
    private final BarList regions;
    private final BarList carriers;
    private final BarList customers;
    private final BarList costs;
    private final BarList restDays;
    private final BarList low;
    private final BarList unused;
    private final BarList campaigns;
    private final VBox lowContent = new VBox();
    private final EmptyState noLevels;
    private final Node actions;
    private final Block costBlock;
    private final Block lowBlock;
    private final Block restBlock;
    private final Block unusedBlock;
    private final Block campaignBlock;

    Charts(Desk desk, DashboardController controller) {
        this.texts = desk.texts();
        this.controller = controller;
        getStyleClass().add("dash");
        total = figure("home-total", "home.numbers", Lines::live);
        free = figure("home-free", "home.free", Lines::free);
        used = figure("home-used", "home.used", Stand.IN_USE::line);
        cost = figure("home-cost", "home.cost", Lines::live);
        rests = figure("home-rests-figure", "home.rests.figure", Lines::restEndsThisWeek);
        opener = slice -> controller.open(slice.target());
        stands = bars("stands");
        regions = bars("regions");
        carriers = bars("carriers");
        customers = bars("customers");
        costs = bars("costs");
        restDays = bars("rests");
        low = bars("low");
        low.getStyleClass().add("dash-long-names");
        unused = bars("unused");
        campaigns = bars("campaigns");
        noLevels = noLevels();
        actions = levelActions();
        costBlock = new Block(texts, "home.costs", costs);
        restBlock = new Block(texts, "home.rests", restDays);
        lowBlock = lowBlock();
        unusedBlock = new Block(texts, "home.unused", new VBox(days(), unused));
        campaignBlock = new Block(texts, "home.running", campaigns);
        getChildren()
                .addAll(
                        figures(),
                        new Columns(
                                desk.look().zoomProperty(),
                                new Block(texts, "home.stands", stands),
                                lowBlock,
                                restBlock,
                                new Block(texts, "home.by-region", regions),
                                new Block(texts, "home.by-customer", customers),
                                costBlock,
                                new Block(texts, "home.by-carrier", carriers),
                                unusedBlock,
                                campaignBlock));
    }

    private Figure figure(String id, String nameKey, Function<Lines, String> line) {
        var figure = new Figure(texts, id, nameKey);
        figure.setOnAction(event -> controller.open(Slices.numbers(line)));
        return figure;
    }

    private BarList bars(String id) {
        var bars = new BarList(opener);
        bars.setId("home-" + id);
        return bars;
    }

    private Node figures() {
        var row = new GridPane();
        row.getStyleClass().add("dash-figures");
        var all = List.of(total, free, used, cost, rests);
        for (int i = 0; i < all.size(); i++) {
            row.add(all.get(i), i, 0);
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / all.size());
            row.getColumnConstraints().add(column);
        }
        return row;
    }

    private Block lowBlock() {
        var block = new Block(texts, "home.low", lowContent);
        lowContent.getStyleClass().add("dash-low");
        return block;
    }

    private EmptyState noLevels() {
        var state = new EmptyState(
                Feather.TRENDING_DOWN,
                texts.bind("home.low.none"),
                texts.bind(controller.maySetLevels() ? "home.low.none.hint" : "home.low.none.reader"));
        return controller.maySetLevels() ? state.action(texts, "entity.stock_level.add", controller::addLevel) : state;
    }

    private Node levelActions() {
        var actions = new FlowPane();
        actions.getStyleClass().add("dash-actions");
        if (controller.maySetLevels()) {
            var add = new Button();
            add.setId("home-add-level");
            add.textProperty().bind(texts.bind("entity.stock_level.add"));
            add.setOnAction(event -> controller.addLevel());
            actions.getChildren().add(add);
        }
        var all = new Hyperlink();
        all.textProperty().bind(texts.bind("home.low.all"));
        all.setOnAction(event -> controller.openLevels());
        actions.getChildren().add(all);
        return actions;
    }

    private Node days() {
        ObjectProperty<Integer> chosen =
                new SimpleObjectProperty<>(controller.unusedDaysProperty().get());
        chosen.subscribe(days -> controller.unusedDaysProperty().set(days));
        var segments = new Segments<>(chosen, DAYS, days -> texts.compute(() -> texts.count("home.days", days)));
        segments.setId("home-unused-days");
        return segments;
    }

    Figure first() {
        return total;
    }

    /** In place: what has the focus keeps it. */
    void show(Overview now) {
        var slices = new Slices(texts, now);
        var money = new CostSlices(texts, now);
        var formats = texts.formats();
        long live = now.live();
        total.show(formats.number(live), texts.get("home.numbers.note", "terminated", now.of(Stand.TERMINATED)));
        free.show(formats.number(now.of(Stand.FREE)), share(now.of(Stand.FREE), live));
        used.show(formats.number(now.of(Stand.IN_USE)), share(now.of(Stand.IN_USE), live));
        var sums = CostSlices.sums(now.costs());
        var main = sums.entrySet().stream().limit(1).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var others = new LinkedHashMap<>(sums);
        others.keySet().removeAll(main.keySet());
        cost.show(money.money(main), others.isEmpty() ? texts.get("home.cost.note") : "+ " + money.money(others));
        rests.show(
                formats.number(slices.restsThisWeek()), texts.get("home.rests.note", "count", now.of(Stand.RESTING)));
        stands.show(slices.stands());
        regions.show(slices.regions());
        carriers.show(slices.carriers());
        customers.show(slices.customers());
        costs.show(money.customers());
        costBlock.sum(money.money(sums));
        costBlock.note(String.join(" · ", money.trend()));
        restDays.show(slices.rests());
        restBlock.note(texts.get("home.rests.hint"));
        showLow(slices, now);
        unused.show(money.unused());
        long unusedCount = now.unused().stream().mapToLong(Overview.Cost::count).sum();
        unusedBlock.sum(formats.number(unusedCount));
        unusedBlock.note(texts.count("home.unused.note", now.unusedDays()));
        campaigns.show(slices.campaigns());
        campaignBlock.sum(formats.number(
                now.running().values().stream().mapToLong(Long::longValue).sum()));
        campaignBlock.note(now.running().isEmpty() ? texts.get("home.running.none") : "");
    }

    private String share(long part, long all) {
        return texts.get("home.share.of-all", "percent", texts.formats().percent(all == 0 ? 0 : (double) part / all));
    }

    private void showLow(Slices slices, Overview now) {
        var below = slices.lowStock();
        low.show(below);
        var parts = now.levels().isEmpty() ? List.<Node>of(noLevels) : lowParts(below);
        if (!lowContent.getChildren().equals(parts)) {
            lowContent.getChildren().setAll(parts);
        }
        lowBlock.sum(below.isEmpty() ? "" : texts.formats().number(below.size()));
        lowBlock.note(
                now.levels().isEmpty()
                        ? ""
                        : below.isEmpty()
                                ? texts.count("home.low.kept", now.levels().size())
                                : texts.get("home.low.note"));
    }

    private List<Node> lowParts(List<Slice> below) {
        return below.isEmpty() ? List.of(actions) : List.of(low, actions);
    }
}

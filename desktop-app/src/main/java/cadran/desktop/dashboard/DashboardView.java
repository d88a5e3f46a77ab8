package cadran.desktop.dashboard;

import cadran.desktop.dashboard.StandsTable.Line;
import cadran.desktop.edit.Workspace;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.EmptyState;
import cadran.desktop.ui.Segments;
import cadran.model.numbers.Did;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The home screen: charts, or the same by region or customer as a table. */
final class DashboardView extends VBox {
    /** What of it is in front. */
    enum Part {
        CHARTS,
        CUSTOMERS,
        REGIONS
    }

    private final Desk desk;
    private final DashboardController controller;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.CHARTS);
    private final Charts charts;
    private final ScrollPane scroll;
    private final StandsTable customers;
    private final StandsTable regions;
    private final StackPane place = new StackPane();
    private final Node empty;
    private final Label loading = new Label();
    private @Nullable Node lastFocused;
    private Subscription focusing = Subscription.EMPTY;
    private boolean hasCome;

    /**
     * @param starters ways to fill an empty organisation besides typing a number
     * @param toDo stands over whatever is in front
     */
    DashboardView(Desk desk, Workspace workspace, DashboardController controller, List<Command> starters, ToDo toDo) {
        this.desk = desk;
        this.controller = controller;
        getStyleClass().add("screen");
        charts = new Charts(desk, controller);
        scroll = new ScrollPane(charts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("dash-scroll");
        customers = new StandsTable(
                desk, "home-customers", "field.customerId", true, line -> of("customerId", line), controller);
        regions = new StandsTable(
                desk, "home-regions", "field.regionId", false, line -> of("regionId", line), controller);
        empty = empty(workspace, starters);
        loading.textProperty().bind(desk.texts().bind("home.loading"));
        loading.getStyleClass().add("dash-note");
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(head(), toDo, place);
        part.subscribe(now -> arrange());
        controller.overviewProperty().subscribe(now -> show());
        desk.texts().languageProperty().subscribe(language -> show());
        sceneProperty().subscribe(this::follow);
    }

    private Node head() {
        var title = new Label();
        title.textProperty().bind(desk.texts().bind("home.title"));
        title.getStyleClass().add("screen-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var segments = new Segments<>(
                part,
                List.of(Part.values()),
                each -> desk.texts().bind("home.part." + each.name().toLowerCase(Locale.ROOT)));
        segments.setId("home-part");
        var head = new HBox(title, gap, segments);
        head.getStyleClass().addAll("filter-bar", "filter-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node empty(Workspace workspace, List<Command> starters) {
        var texts = desk.texts();
        boolean mayWrite = workspace.may(Did.TYPE.writePermission());
        var state = new EmptyState(
                Feather.HOME, texts.bind("home.empty"), texts.bind(mayWrite ? "home.empty.hint" : "home.empty.reader"));
        if (mayWrite) {
            state.action(texts, "home.empty.first", () -> desk.navigator().open(Did.TYPE.collection()));
            starters.forEach(starter -> state.action(texts, starter.text(), starter::run));
        }
        return state;
    }

    private static Slice.Target of(String field, Line line) {
        return Slices.numbers(lines -> lines.of(field, line.tally().id()) + " " + lines.live());
    }

    void bring(Part wanted) {
        part.set(wanted);
        takeFocus();
    }

    /** What had it last has it again: who comes back from a list goes on where they were. */
    void takeFocus() {
        var node = lastFocused;
        // What a pane scrolls is in the window only once the pane has its skin.
        scroll.applyCss();
        if (place.getChildren().contains(empty)) {
            empty.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
        } else if (part.get() == Part.CUSTOMERS) {
            customers.grid().focusTable();
        } else if (part.get() == Part.REGIONS) {
            regions.grid().focusTable();
        } else if (node != null && node.getScene() != null) {
            node.requestFocus();
        } else {
            charts.first().requestFocus();
        }
    }

    private void follow(@Nullable Scene scene) {
        focusing.unsubscribe();
        focusing = scene == null
                ? Subscription.EMPTY
                : scene.focusOwnerProperty().subscribe(owner -> {
                    if (owner != null && isIn(owner, charts)) {
                        lastFocused = owner;
                    }
                });
        controller.isShown(scene != null);
    }

    private static boolean isIn(@Nullable Node node, Node place) {
        return node != null && (node.equals(place) || isIn(node.getParent(), place));
    }

    /** From the table in front, if there is one. */
    void copy() {
        if (part.get() == Part.CUSTOMERS) {
            customers.copy();
        } else if (part.get() == Part.REGIONS) {
            regions.copy();
        }
    }

    private void show() {
        var now = controller.overviewProperty().get();
        if (now == null) {
            return;
        }
        charts.show(now);
        var slices = new Slices(desk.texts(), now);
        var money = new CostSlices(desk.texts(), now);
        customers.show(now.customers().stream()
                .map(tally ->
                        new Line(tally, slices.name(tally.id(), "home.no-customer"), money.money(money.of(tally.id()))))
                .toList());
        regions.show(now.regions().stream()
                .map(tally -> new Line(tally, slices.name(tally.id(), "home.no-region"), ""))
                .toList());
        arrange();
        if (!hasCome) {
            hasCome = true;
            takeFocus();
        }
    }

    private void arrange() {
        var now = controller.overviewProperty().get();
        Node front = now == null
                ? loading
                : now.isEmpty()
                        ? empty
                        : switch (part.get()) {
                            case CHARTS -> scroll;
                            case CUSTOMERS -> customers;
                            case REGIONS -> regions;
                        };
        if (place.getChildren().size() != 1 || !front.equals(place.getChildren().getFirst())) {
            place.getChildren().setAll(front);
        }
    }
}

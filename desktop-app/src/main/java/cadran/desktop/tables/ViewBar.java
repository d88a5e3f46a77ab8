package cadran.desktop.tables;

import cadran.desktop.platform.Latest;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Desk;
import cadran.model.views.SavedView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The saved views of a list as tabs over it, each with how many rows it has. */
final class ViewBar extends FlowPane {
    private final Desk desk;
    private final SavedViews views;
    private final Function<SavedView, OptionalLong> counting;
    private final Consumer<@Nullable SavedView> chooser;
    private final List<Button> buttons;
    private final Latest reading;
    private final ReadOnlyObjectWrapper<@Nullable GridRow> chosen = new ReadOnlyObjectWrapper<>(null);
    private @Nullable UUID awaited;
    private List<GridRow> shown = List.of();
    private Map<UUID, OptionalLong> counts = Map.of();

    private record Found(List<GridRow> views, Map<UUID, OptionalLong> counts) {}

    /**
     * @param counting how many rows a view has, none where it can't be understood; asked in the background
     * @param chooser shows the view, null for all rows
     */
    ViewBar(
            Desk desk,
            SavedViews views,
            Function<SavedView, OptionalLong> counting,
            Consumer<@Nullable SavedView> chooser,
            List<Button> buttons) {
        this.desk = desk;
        this.views = views;
        this.counting = counting;
        this.chooser = chooser;
        this.buttons = List.copyOf(buttons);
        reading = desk.background().latest("work.load");
        getStyleClass().add("view-bar");
        desk.texts().languageProperty().subscribe(language -> draw());
    }

    ReadOnlyObjectProperty<@Nullable GridRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Reads the views and counts their rows anew. */
    void refresh() {
        reading.run(
                progress -> {
                    var all = views.all();
                    return new Found(
                            all,
                            all.stream()
                                    .collect(Collectors.toMap(
                                            view -> view.row().id(), view -> counting.apply(SavedViews.read(view)))));
                },
                found -> {
                    shown = found.views();
                    counts = found.counts();
                    var now = chosen.get();
                    var marked = awaited != null
                            ? awaited
                            : now == null ? null : now.row().id();
                    awaited = null;
                    chosen.set(shown.stream()
                            .filter(view -> view.row().id().equals(marked))
                            .findFirst()
                            .orElse(null));
                    draw();
                });
    }

    /** The view that was just saved is the one that is looked at. */
    void markWhenThere(UUID view) {
        awaited = view;
        refresh();
    }

    private void draw() {
        var tabs = new ArrayList<Node>();
        tabs.add(tab(null, desk.texts().get("view.all"), null));
        for (var row : shown) {
            var view = SavedViews.read(row);
            tabs.add(tab(row, view.name(), counts.get(row.row().id())));
        }
        tabs.addAll(buttons);
        getChildren().setAll(tabs);
    }

    private ToggleButton tab(@Nullable GridRow row, String name, @Nullable OptionalLong count) {
        var tab = new ToggleButton(name);
        tab.getStyleClass().addAll("view-tab", "flat");
        var beside = new HBox();
        beside.getStyleClass().add("view-beside");
        if (row != null && !views.isEverybodys(SavedViews.read(row))) {
            boolean mine = views.isMine(SavedViews.read(row));
            beside.getChildren().add(new FontIcon(mine ? Feather.LOCK : Feather.USERS));
            tab.setTooltip(new Tooltip(desk.texts().get(mine ? "view.only-mine" : "view.of-team")));
        }
        if (count != null && count.isPresent()) {
            beside.getChildren().add(new Label(desk.texts().formats().number(count.getAsLong())));
        }
        tab.setGraphic(beside);
        tab.setContentDisplay(ContentDisplay.RIGHT);
        var now = chosen.get();
        tab.setSelected(
                row == null
                        ? now == null
                        : now != null && now.row().id().equals(row.row().id()));
        tab.setOnAction(event -> {
            chosen.set(row);
            draw();
            chooser.accept(row == null ? null : SavedViews.read(row));
        });
        return tab;
    }
}

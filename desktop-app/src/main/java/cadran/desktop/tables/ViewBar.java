package cadran.desktop.tables;

import cadran.desktop.platform.Latest;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Desk;
import cadran.model.views.SavedView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
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
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final Desk desk;
    private final SavedViews views;
    private final ViewCounts counts;
    private final Consumer<@Nullable SavedView> chooser;
    private final List<Button> buttons;
    private final Latest reading;
    private final ReadOnlyObjectWrapper<@Nullable GridRow> chosen = new ReadOnlyObjectWrapper<>(null);
    private @Nullable UUID awaited;
    private boolean opensAwaited;
    private List<GridRow> shown = List.of();
    private final Map<UUID, Label> labels = new HashMap<>();

    /**
     * @param counting see {@link ViewCounts}
     * @param chooser shows the view, null for all rows
     */
    ViewBar(
            Desk desk,
            SavedViews views,
            Function<SavedView, @Nullable OptionalLong> counting,
            Consumer<@Nullable SavedView> chooser,
            List<Button> buttons) {
        this.desk = desk;
        this.views = views;
        counts = new ViewCounts(desk, counting, () -> getScene() != null, this::showCount);
        this.chooser = chooser;
        this.buttons = List.copyOf(buttons);
        reading = desk.background().latest("work.load");
        getStyleClass().add("view-bar");
        desk.texts().languageProperty().subscribe(language -> draw());
        sceneProperty().subscribe(scene -> counts.seen());
    }

    ReadOnlyObjectProperty<@Nullable GridRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Reads the views anew; their rows are counted when there is time. */
    void refresh() {
        reading.run(progress -> views.all(), found -> {
            shown = found;
            counts.outdated(found);
            var now = chosen.get();
            var marked =
                    awaited != null ? awaited : now == null ? null : now.row().id();
            boolean isOpened = opensAwaited;
            awaited = null;
            opensAwaited = false;
            chosen.set(shown.stream()
                    .filter(view -> view.row().id().equals(marked))
                    .findFirst()
                    .orElse(null));
            draw();
            var view = chosen.get();
            if (isOpened && view != null) {
                chooser.accept(SavedViews.read(view));
            }
        });
    }

    /** As if somebody clicked on its tab, which may still be to come. */
    void open(UUID view) {
        opensAwaited = true;
        markWhenThere(view);
    }

    /** The view that was just saved is the one that is looked at. */
    void markWhenThere(UUID view) {
        awaited = view;
        refresh();
    }

    private void draw() {
        var tabs = new ArrayList<Node>();
        labels.clear();
        tabs.add(tab(null, desk.texts().get("view.all")));
        for (var row : shown) {
            tabs.add(tab(row, SavedViews.read(row).name()));
        }
        tabs.addAll(buttons);
        getChildren().setAll(tabs);
    }

    /** One that may have changed stays, and is grey until it is counted anew. */
    private void showCount(UUID view) {
        var label = labels.get(view);
        if (label != null) {
            var count = counts.of(view);
            label.setText(count.isPresent() ? desk.texts().formats().number(count.getAsLong()) : "");
            label.pseudoClassStateChanged(OLD, counts.isOld(view));
        }
    }

    private ToggleButton tab(@Nullable GridRow row, String name) {
        var tab = new ToggleButton(name);
        tab.getStyleClass().addAll("view-tab", "flat");
        var beside = new HBox();
        beside.getStyleClass().add("view-beside");
        if (row != null && !views.isEverybodys(SavedViews.read(row))) {
            boolean mine = views.isMine(SavedViews.read(row));
            beside.getChildren().add(new FontIcon(mine ? Feather.LOCK : Feather.USERS));
            tab.setTooltip(new Tooltip(desk.texts().get(mine ? "view.only-mine" : "view.of-team")));
        }
        if (row != null) {
            var count = new Label();
            count.getStyleClass().add("view-count");
            count.managedProperty().bind(count.textProperty().isNotEmpty());
            beside.getChildren().add(count);
            labels.put(row.row().id(), count);
            showCount(row.row().id());
        }
        if (!beside.getChildren().isEmpty()) {
            tab.setGraphic(beside);
            tab.setContentDisplay(ContentDisplay.RIGHT);
        }
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

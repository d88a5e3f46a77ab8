package cadran.desktop.shell;

import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The window's content once a profile is open: navigation, work, detail, status. */
public final class ShellView extends BorderPane {
    private static final double NAVIGATION_NEEDS = 1150;
    private static final double DETAIL_NEEDS = 1250;

    private final Desk desk;
    private final List<Feature> features;
    private final Map<String, Node> views = new HashMap<>();
    private final Map<String, @Nullable Node> details = new HashMap<>();
    private final StackPane work = new StackPane();
    private final NavigationView navigation;
    private final DetailColumn detail;
    private final List<Command> ownCommands;
    private @Nullable Feature front;

    /** @param features those the user may see, in the order of the navigation */
    public ShellView(Desk desk, Status status, ZoneId zone, List<Feature> features, List<Command> more) {
        this.desk = desk;
        this.features = List.copyOf(features);
        getStyleClass().add("shell");
        var navigationFold = new Fold(desk.settings(), "shell.navigation.folded");
        var detailFold = new Fold(desk.settings(), "shell.detail.folded");
        detail = new DetailColumn(desk.texts(), detailFold);
        ownCommands = new ArrayList<>(more);
        var language = ShellCommands.language(desk);
        var theme = ShellCommands.theme(desk);
        navigation = new NavigationView(desk.texts(), status, this.features, navigationFold, this::open);
        var parts = new Parts(this, List.of(navigation, work, detail));
        ownCommands.addAll(ShellCommands.of(desk, this, parts, navigationFold, detailFold));
        ownCommands.add(language);
        ownCommands.add(theme);
        work.getStyleClass().add("work");
        var middle = new VBox(new Banner(desk.texts(), status, zone, more), work);
        VBox.setVgrow(work, javafx.scene.layout.Priority.ALWAYS);
        setLeft(navigation);
        setCenter(middle);
        setRight(detail);
        setBottom(new StatusBar(desk, status, zone, more, language, theme));
        // What fits depends on the letters' size as much as on the window's.
        var room = widthProperty().multiply(100).divide(desk.look().zoomProperty());
        navigationFold
                .narrowProperty()
                .bind(room.lessThan(NAVIGATION_NEEDS).and(widthProperty().greaterThan(0)));
        detailFold
                .narrowProperty()
                .bind(room.lessThan(DETAIL_NEEDS).and(widthProperty().greaterThan(0)));
        new ShellKeys(desk, this);
        // Views take the focus when they come to the front, and there is none to take without a window.
        sceneProperty().subscribe(scene -> {
            if (scene != null && front == null) {
                openRemembered();
            }
        });
    }

    public void open(String featureId) {
        features.stream()
                .filter(each -> each.id().equals(featureId))
                .findFirst()
                .ifPresent(this::bringToFront);
    }

    public void open(String featureId, String objectId) {
        open(featureId);
        if (front != null && front.id().equals(featureId)) {
            front.open(objectId);
        }
    }

    public void find(String featureId, String line) {
        open(featureId);
        if (front != null && front.id().equals(featureId)) {
            front.find(line);
        }
    }

    List<Feature> features() {
        return features;
    }

    List<Command> ownCommands() {
        return ownCommands;
    }

    @Nullable
    Feature front() {
        return front;
    }

    private void openRemembered() {
        var last = desk.settings().get("shell.feature").orElse("");
        features.stream()
                .filter(each -> each.id().equals(last))
                .findFirst()
                .or(() -> features.stream().findFirst())
                .ifPresent(this::bringToFront);
    }

    private void bringToFront(Feature feature) {
        front = feature;
        work.getChildren().setAll(views.computeIfAbsent(feature.id(), id -> feature.view()));
        if (!details.containsKey(feature.id())) {
            details.put(feature.id(), feature.detail());
        }
        detail.show(details.get(feature.id()));
        navigation.select(feature.id());
        desk.settings().put("shell.feature", feature.id());
        feature.onShow();
    }
}

package cadran.desktop.shell;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left column: product, organisation, one entry per feature; folded, only the icons. */
final class NavigationView extends VBox {
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private final VBox entries = new VBox();
    private final Fold fold;

    NavigationView(Texts texts, Status status, List<Feature> features, Fold fold, Consumer<String> open) {
        this.texts = texts;
        this.fold = fold;
        getStyleClass().add("navigation");
        entries.getStyleClass().add("navigation-entries");
        entries.addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
        @Nullable String heading = null;
        for (var feature : features) {
            if (feature.groupKey() != null && !feature.groupKey().equals(heading)) {
                entries.getChildren().add(heading(feature.groupKey()));
            }
            heading = feature.groupKey();
            entries.getChildren().add(entry(feature, open));
        }
        var scroll = new ScrollPane(entries);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("navigation-scroll");
        // Folded there is no room for a bar beside the icons; the wheel and the arrows go through them as before.
        fold.foldedProperty()
                .subscribe(folded -> scroll.setVbarPolicy(
                        folded ? ScrollPane.ScrollBarPolicy.NEVER : ScrollPane.ScrollBarPolicy.AS_NEEDED));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(brand(), organisation(status), scroll, foldButton());
        fold.foldedProperty().subscribe(folded -> pseudoClassStateChanged(FOLDED, folded));
        // A toggle group lets go of its last toggle on a second click; navigation always stands somewhere.
        group.selectedToggleProperty().addListener((all, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
    }

    void select(String featureId) {
        group.getToggles().stream()
                .filter(toggle -> featureId.equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }

    List<Toggle> toggles() {
        return group.getToggles();
    }

    private Label brand() {
        var brand = new Label(null, new FontIcon(Feather.CLOCK));
        brand.textProperty().bind(texts.bind("app.name"));
        brand.getStyleClass().add("navigation-brand");
        bindFolded(brand);
        return brand;
    }

    private Label organisation(Status status) {
        var organisation = new Label();
        organisation.textProperty().bind(status.organisationProperty());
        organisation.getStyleClass().add("navigation-organisation");
        organisation.visibleProperty().bind(fold.foldedProperty().not());
        organisation.managedProperty().bind(organisation.visibleProperty());
        return organisation;
    }

    private Label heading(String key) {
        var heading = new Label();
        heading.textProperty().bind(texts.bind(key));
        heading.getStyleClass().add("navigation-heading");
        heading.visibleProperty().bind(fold.foldedProperty().not());
        heading.managedProperty().bind(heading.visibleProperty());
        return heading;
    }

    private StackPane entry(Feature feature, Consumer<String> open) {
        var entry = new ToggleButton(null, new FontIcon(feature.icon()));
        entry.setId("nav-" + feature.id());
        entry.setUserData(feature.id());
        entry.textProperty().bind(texts.bind(feature.titleKey()));
        entry.setAccessibleRole(AccessibleRole.PAGE_ITEM);
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setAlignment(Pos.CENTER_LEFT);
        entry.getStyleClass().setAll("navigation-entry");
        entry.setToggleGroup(group);
        entry.setOnAction(event -> open.accept(feature.id()));
        var tip = new Tooltip();
        tip.textProperty().bind(texts.bind(feature.titleKey()));
        fold.foldedProperty().subscribe(folded -> entry.setTooltip(folded ? tip : null));
        bindFolded(entry);
        var place = new StackPane(entry);
        var waiting = feature.waiting();
        if (waiting != null) {
            place.getChildren().add(count(waiting));
            entry.accessibleHelpProperty()
                    .bind(texts.compute(
                            () -> waiting.get() == 0 ? "" : texts.count("shell.waiting", waiting.get()), waiting));
        }
        return place;
    }

    /** Zero says nothing: it shows nothing. */
    private Label count(ObservableIntegerValue waiting) {
        var count = new Label();
        count.getStyleClass().add("navigation-count");
        count.setMouseTransparent(true);
        count.visibleProperty().bind(Bindings.greaterThan(waiting, 0));
        count.textProperty().bind(texts.compute(() -> texts.formats().number(waiting.get()), waiting));
        fold.foldedProperty()
                .subscribe(folded -> StackPane.setAlignment(count, folded ? Pos.TOP_RIGHT : Pos.CENTER_RIGHT));
        return count;
    }

    /** The toggle group would choose at every arrow; going through the entries must not open them all. */
    private void arrows(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step == 0 || !(event.getTarget() instanceof ToggleButton at)) {
            return;
        }
        var all = group.getToggles();
        int next = all.indexOf(at) + step;
        if (next >= 0 && next < all.size() && all.get(next) instanceof ToggleButton entry) {
            entry.requestFocus();
        }
        event.consume();
    }

    private Button foldButton() {
        var button = new Button();
        button.getStyleClass().addAll(Styles.FLAT, "navigation-fold");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(event -> fold.toggle());
        button.graphicProperty()
                .bind(fold.foldedProperty()
                        .map(folded -> new FontIcon(folded ? Feather.CHEVRONS_RIGHT : Feather.CHEVRONS_LEFT)));
        button.textProperty()
                .bind(texts.compute(
                        () -> texts.get(
                                fold.foldedProperty().get() ? "shell.navigation.unfold" : "shell.navigation.fold"),
                        fold.foldedProperty()));
        bindFolded(button);
        return button;
    }

    private void bindFolded(javafx.scene.control.Labeled labeled) {
        labeled.contentDisplayProperty()
                .bind(fold.foldedProperty().map(folded -> folded ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    }
}

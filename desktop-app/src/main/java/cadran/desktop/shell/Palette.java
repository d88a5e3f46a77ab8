package cadran.desktop.shell;

import cadran.desktop.platform.Latest;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Spelling;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Finds commands and objects by typing and does them with Enter. Without a query it shows what was used last, then all. */
final class Palette extends VBox {
    private static final int SHORTEST_SEARCH = 2;
    private static final int HITS = 6;

    private final Desk desk;
    private final ShellView shell;
    private final PaletteEntries entries;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private final Latest search;

    Palette(Desk desk, ShellView shell) {
        this.desk = desk;
        this.shell = shell;
        entries = new PaletteEntries(desk, shell);
        search = desk.background().latest("work.search");
        getStyleClass().add("palette");
        setAccessibleRole(AccessibleRole.DIALOG);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        field.setId("palette-field");
        field.getStyleClass().add("palette-field");
        field.promptTextProperty().bind(desk.texts().bind("palette.prompt"));
        field.accessibleTextProperty().bind(desk.texts().bind("palette.prompt"));
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new PaletteCell());
        var none = new Label();
        none.textProperty().bind(desk.texts().bind("palette.nothing"));
        none.getStyleClass().add("empty-hint");
        list.setPlaceholder(none);
        list.setOnMouseClicked(event -> runSelected());
        getChildren().addAll(field, list);
        field.textProperty().subscribe(this::find);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    static void open(Desk desk, ShellView shell) {
        desk.modals().show(new Palette(desk, shell));
    }

    private void find(String query) {
        var commands = entries.commands().stream()
                .filter(entry -> Spelling.contains(entry.name() + " " + entry.detail(), query))
                .sorted(PaletteEntries.order(query, entries.recent()))
                .toList();
        show(commands);
        if (query.strip().length() < SHORTEST_SEARCH) {
            return;
        }
        var sources = shell.features().stream()
                .filter(feature -> feature.search() != null)
                .toList();
        search.run(
                progress -> {
                    var hits = new ArrayList<PaletteEntry>();
                    for (var feature : sources) {
                        hits.addAll(entries.hits(feature, query.strip(), HITS));
                    }
                    return hits;
                },
                hits -> {
                    // What is called so stays in front: Enter does the same whether the rows were found yet or not.
                    var all = new ArrayList<PaletteEntry>();
                    commands.stream().filter(each -> isMeant(each, query)).forEach(all::add);
                    all.addAll(hits);
                    commands.stream().filter(each -> !isMeant(each, query)).forEach(all::add);
                    show(all);
                });
    }

    private static boolean isMeant(PaletteEntry entry, String query) {
        return entry.isPossible() && PaletteEntries.isNamed(entry, query);
    }

    /** Somebody may have chosen one already, before all were found. */
    private void show(List<PaletteEntry> found) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        var kept = chosen > 0 ? found.indexOf(list.getItems().get(chosen)) : -1;
        list.getItems().setAll(found);
        list.getSelectionModel().select(Math.max(0, kept));
        list.scrollTo(Math.max(0, kept - 4));
    }

    private void pressed(KeyEvent event) {
        boolean again = event.isShortcutDown() && event.getCode() == KeyCode.K;
        if (event.getCode() == KeyCode.ESCAPE || again) {
            desk.modals().close(this);
        } else if (event.getCode() == KeyCode.ENTER) {
            runSelected();
        } else if (event.getCode() == KeyCode.DOWN) {
            move(1);
        } else if (event.getCode() == KeyCode.UP) {
            move(-1);
        } else if (event.getCode() == KeyCode.PAGE_DOWN) {
            move(8);
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            move(-8);
        } else {
            return;
        }
        event.consume();
    }

    private void move(int step) {
        if (list.getItems().isEmpty()) {
            return;
        }
        int next = Math.clamp(
                list.getSelectionModel().getSelectedIndex() + step,
                0,
                list.getItems().size() - 1);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 4));
    }

    private void runSelected() {
        var entry = list.getSelectionModel().getSelectedItem();
        if (entry == null || !entry.isPossible()) {
            return;
        }
        entries.remember(entry);
        desk.modals().close(this);
        // The focus goes back to where it was before the command looks at it.
        Platform.runLater(entry.action());
    }
}

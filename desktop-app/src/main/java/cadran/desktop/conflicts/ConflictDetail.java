package cadran.desktop.conflicts;

import atlantafx.base.theme.Styles;
import cadran.desktop.tables.FieldText;
import cadran.desktop.ui.Badge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chosen edit: why it waits, what can be done, and field by field what was seen, wanted and found. */
final class ConflictDetail extends ScrollPane {
    private static final String OFFER = "conflict-offer";
    /** Enough to recognise what they are. */
    private static final int NAMED = 4;

    private final ConflictText text;
    private final VBox content = new VBox();
    private final List<SideRow> rows = new ArrayList<>();
    private boolean unfolded;
    private Runnable onPick = () -> {};
    private Runnable onLeave = () -> {};

    ConflictDetail(ConflictText text) {
        this.text = text;
        getStyleClass().add("conflict-detail");
        content.getStyleClass().add("conflict");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void onPick(Runnable action) {
        onPick = action;
    }

    /** @param action runs when the keys lead back to the list */
    void onLeave(Runnable action) {
        onLeave = action;
    }

    void clear() {
        content.getChildren().clear();
        rows.clear();
    }

    /** @param picks what was picked already, before it was read again */
    void show(Conflict conflict, Map<String, Pick> picks) {
        clear();
        head(text.title(conflict), conflict.kind());
        content.getChildren().addAll(wrapped(text.why(conflict), null), wrapped(text.advice(conflict), "field-hint"));
        if (!conflict.wanted().isEmpty()) {
            content.getChildren().add(wanted(conflict));
        }
        if (!conflict.sides().isEmpty()) {
            content.getChildren().add(heads());
            for (var side : conflict.sides()) {
                var row = new SideRow(
                        text, conflict, side, picks.getOrDefault(side.field().name(), side.suggested()));
                row.onPick(onPick);
                rows.add(row);
                content.getChildren().add(row);
            }
        }
        if (conflict.isDeletion() && conflict.now() != null) {
            content.getChildren().add(wrapped(text.texts().get("conflicts.row"), "conflict-head"));
            content.getChildren().add(standing(conflict));
        } else if (!conflict.agreed().isEmpty()) {
            agreed(conflict);
        }
    }

    /** A bulk operation as a whole. */
    void show(Line bulk, Map<String, List<Conflict>> reasons) {
        clear();
        head(text.title(bulk.edit()), bulk.kind());
        content.getChildren()
                .add(wrapped(text.texts().count("conflicts.bulk", bulk.edits().size()), null));
        reasons.values()
                .forEach(same -> content.getChildren()
                        .add(wrapped(
                                text.texts().formats().number((long) same.size()) + " × " + text.why(same.getFirst()),
                                "similar-plan")));
        content.getChildren().add(wrapped(text.texts().get("conflicts.advice.bulk"), "field-hint"));
    }

    /** What there is in place of what others have; under the title, as it is the way out for all of it. */
    void offer(@Nullable Instead instead) {
        content.getChildren().removeIf(node -> node.getStyleClass().contains(OFFER));
        if (instead == null || content.getChildren().isEmpty()) {
            return;
        }
        var offer = instead.offer();
        var texts = text.texts();
        var box = new VBox();
        box.setId("conflict-offer");
        box.getStyleClass().add(OFFER);
        box.getChildren().add(wrapped(texts.count("conflicts.instead.lost", offer.lost()), null));
        if (offer.others().isEmpty()) {
            box.getChildren().add(wrapped(texts.get("conflicts.instead.none"), null));
        } else {
            box.getChildren()
                    .add(wrapped(
                            texts.count(
                                    "conflicts.instead.others", offer.others().size()),
                            null));
            var named = offer.others().stream()
                    .limit(NAMED)
                    .map(row -> FieldText.number(row.label()))
                    .collect(Collectors.joining(", "));
            int more = offer.others().size() - NAMED;
            box.getChildren()
                    .add(wrapped(
                            more > 0 ? named + " " + texts.count("conflicts.similar.more", more) : named,
                            "field-hint"));
        }
        if (offer.missing() > 0) {
            box.getChildren().add(wrapped(texts.count("conflicts.instead.missing", offer.missing()), null));
        }
        content.getChildren().add(Math.min(2, content.getChildren().size()), box);
    }

    private void head(String what, Kind kind) {
        var title = wrapped(what, "detail-title");
        content.getChildren()
                .addAll(
                        title,
                        Badge.of(
                                kind.style(),
                                new SimpleStringProperty(text.texts().get("conflicts." + kind.word()))));
    }

    private GridPane heads() {
        var heads = grid("conflict-heads");
        String[] keys = {"conflicts.field", "conflicts.base", "conflicts.mine", "conflicts.theirs"};
        for (int column = 0; column < keys.length; column++) {
            heads.add(wrapped(text.texts().get(keys[column]), "conflict-head"), column, 0);
        }
        return heads;
    }

    private static GridPane grid(String style) {
        var grid = new GridPane();
        grid.getStyleClass().add(style);
        SideRow.columns(grid);
        return grid;
    }

    private GridPane wanted(Conflict conflict) {
        var grid = grid("conflict-agreed");
        int line = 0;
        for (var side : conflict.wanted()) {
            grid.add(wrapped(text.field(conflict, side.field()), "filter-count"), 0, line);
            grid.add(SideRow.value(text.value(conflict, side.field(), side.mine())), 1, line, 3, 1);
            line++;
        }
        return grid;
    }

    private void agreed(Conflict conflict) {
        var grid = standing(conflict);
        int count = conflict.agreed().size();
        var toggle = new Button();
        toggle.setId("conflict-agreed");
        toggle.getStyleClass().addAll(Styles.FLAT, "conflict-fold");
        Runnable arrange = () -> {
            toggle.setText((unfolded ? "▾ " : "▸ ") + text.texts().count("conflicts.agreed", count));
            grid.setVisible(unfolded);
            grid.setManaged(unfolded);
        };
        toggle.setOnAction(event -> {
            unfolded = !unfolded;
            arrange.run();
        });
        arrange.run();
        content.getChildren().addAll(toggle, grid);
    }

    /** The row as it is, without what is in dispute. */
    private GridPane standing(Conflict conflict) {
        var grid = grid("conflict-agreed");
        int line = 0;
        for (var field : conflict.agreed()) {
            var row = conflict.now();
            grid.add(wrapped(text.field(conflict, field), "filter-count"), 0, line);
            grid.add(
                    SideRow.value(text.value(conflict, field, row == null ? null : row.get(field.name()))),
                    1,
                    line,
                    3,
                    1);
            line++;
        }
        return grid;
    }

    private static Label wrapped(String sentence, @Nullable String style) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (style != null) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    Map<String, Pick> picks() {
        var picks = new LinkedHashMap<String, Pick>();
        rows.forEach(row -> picks.put(row.side().field().name(), row.picked()));
        return picks;
    }

    /** In the field in focus and on to the next one; in all of them while the focus is in the list. */
    void pick(Pick pick) {
        int at = focused();
        if (at < 0) {
            rows.forEach(row -> row.pick(pick));
        } else {
            rows.get(at).pick(pick);
            rows.get(Math.min(at + 1, rows.size() - 1)).requestFocus();
        }
    }

    void enter() {
        if (!rows.isEmpty()) {
            rows.getFirst().requestFocus();
        }
    }

    private int focused() {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).isFocused()) {
                return at;
            }
        }
        return -1;
    }

    private void pressed(KeyEvent event) {
        int at = focused();
        if (at < 0 || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> rows.get(Math.max(0, at - 1)).requestFocus();
            case DOWN, ENTER -> rows.get(Math.min(rows.size() - 1, at + 1)).requestFocus();
            case LEFT, ESCAPE -> onLeave.run();
            case SPACE -> rows.get(at).pick(rows.get(at).picked() == Pick.MINE ? Pick.THEIRS : Pick.MINE);
            default -> {
                return;
            }
        }
        event.consume();
    }
}

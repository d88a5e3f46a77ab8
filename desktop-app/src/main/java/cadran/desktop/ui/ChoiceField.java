package cadran.desktop.ui;

import atlantafx.base.controls.CustomTextField;
import cadran.desktop.platform.Latest;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Picks one of possibly very many: what is typed is looked for in the background. Text that was not picked from the list
 * counts as nothing picked, and the field says so by keeping {@code value} empty.
 */
public final class ChoiceField extends CustomTextField {
    private static final int MOST = 12;

    private final ChoiceSource source;
    private final Latest search;
    private final ObjectProperty<@Nullable Choice> value = new SimpleObjectProperty<>(null);
    private final Dropdown<Choice> dropdown;
    private boolean picking;

    public ChoiceField(Desk desk, ChoiceSource source) {
        this.source = source;
        search = desk.background().latest("work.search");
        getStyleClass().add("choice-field");
        setRight(arrow());
        setAccessibleRole(AccessibleRole.COMBO_BOX);
        dropdown = new Dropdown<>(desk, this, this::pick);
        textProperty().addListener((property, before, now) -> typed());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                dropdown.hide();
            } else if (!isInCell()) {
                // What is typed now takes the place of what was picked; a click would only set the caret into it.
                Platform.runLater(this::selectAll);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        value.subscribe(picked -> write(picked == null ? null : picked.label()));
    }

    /** Says that there is something to choose from, and shows it. */
    private Node arrow() {
        var arrow = new StackPane(new FontIcon(Feather.CHEVRON_DOWN));
        arrow.getStyleClass().add("choice-arrow");
        arrow.setOnMousePressed(event -> {
            requestFocus();
            if (dropdown.isShowing()) {
                dropdown.hide();
            } else {
                offer("");
            }
            event.consume();
        });
        return arrow;
    }

    public ObjectProperty<@Nullable Choice> valueProperty() {
        return value;
    }

    public Optional<Choice> picked() {
        return Optional.ofNullable(value.get());
    }

    /** Something is typed that is none of the choices. */
    public boolean isAstray() {
        return value.get() == null && !getText().isBlank();
    }

    /** Shows this text as picked without knowing its id yet: what a row already has. */
    void presetText(String text) {
        write(text);
    }

    private void write(@Nullable String text) {
        if (text != null) {
            picking = true;
            setText(text);
            positionCaret(text.length());
            picking = false;
        }
    }

    private void typed() {
        if (picking) {
            return;
        }
        value.set(null);
        if (getText().isBlank()) {
            dropdown.hide();
        } else {
            offer(getText());
        }
    }

    private void offer(String query) {
        search.run(progress -> source.find(query, MOST), this::offer);
    }

    private void offer(List<Choice> found) {
        if (!isFocused() || getScene() == null) {
            return;
        }
        dropdown.offer(found);
        dropdown.highlightFirst();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            if (dropdown.isShowing()) {
                dropdown.highlight(event.getCode() == KeyCode.DOWN ? 1 : -1);
            } else {
                offer(value.get() == null ? getText() : "");
            }
            event.consume();
        } else if (dropdown.isShowing() && event.getCode() == KeyCode.ESCAPE) {
            dropdown.hide();
            event.consume();
        } else if (dropdown.isShowing() && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB)) {
            pickHighlighted();
            // Tab goes on to the next field; Enter has done its work by picking, except in a cell, which listens
            // itself.
            if (event.getCode() == KeyCode.ENTER && !isInCell()) {
                event.consume();
            }
        }
    }

    private boolean isInCell() {
        return getStyleClass().contains("cell-editor");
    }

    private void pickHighlighted() {
        dropdown.highlighted().ifPresentOrElse(this::pick, dropdown::hide);
    }

    private void pick(Choice picked) {
        dropdown.hide();
        value.set(picked);
        write(picked.label());
        Platform.runLater(this::end);
    }
}

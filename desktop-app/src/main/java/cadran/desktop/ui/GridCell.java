package cadran.desktop.ui;

import cadran.model.problem.Problem;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * One cell. While it is edited, whatever ends the edit commits it (another cell clicked, focus lost, scrolled away): only
 * Esc throws away what was typed.
 */
final class GridCell<R> extends TableCell<R, R> {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final DataGrid<R> grid;
    private final GridColumn<R> column;
    private @Nullable TextField field;
    private @Nullable R edited;
    private String before = "";

    GridCell(DataGrid<R> grid, GridColumn<R> column) {
        this.grid = grid;
        this.column = column;
        if (column.isNumber()) {
            getStyleClass().add("number");
        }
        // What doesn't fit is read under the pointer.
        var whole = new Tooltip();
        whole.textProperty().bind(textProperty());
        textTruncatedProperty().subscribe(cut -> setTooltip(cut ? whole : null));
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        if (!isEditing()) {
            render(row);
        }
    }

    private void render(@Nullable R row) {
        setText(row == null ? null : column.text(row));
        setGraphic(row == null ? null : column.graphic(row));
        setContentDisplay(ContentDisplay.LEFT);
    }

    @Override
    public void startEdit() {
        var row = getItem();
        if (row == null || !isEditable() || !column.isEditable(row)) {
            return;
        }
        grid.frozen().reveal(getTableColumn());
        super.startEdit();
        edited = row;
        before = column.editText(row);
        var editor = editor();
        field = editor;
        editor.getStyleClass().add("cell-editor");
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var typed = grid.editing().begun();
        if (editor instanceof ChoiceField choice) {
            choice.presetText(before);
        } else {
            editor.setText(before);
        }
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(editor);
        // The field selects its text when its skin meets the focus: after the skin is made, that is over and done.
        editor.applyCss();
        editor.requestFocus();
        if (typed == null) {
            editor.selectAll();
        } else {
            editor.setText(typed);
            editor.end();
        }
        editor.focusedProperty().addListener((property, was, focused) -> {
            if (!focused && editor.equals(field)) {
                finish();
            }
        });
    }

    private TextField editor() {
        var choices = column.choices(getItem());
        return choices == null ? new TextField() : new ChoiceField(grid.desk(), choices);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> leave(event, 1, 0);
            case TAB -> leave(event, 0, event.isShiftDown() ? -1 : 1);
            case ESCAPE -> {
                if (!event.isConsumed()) {
                    close();
                    grid.focusTable();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void leave(KeyEvent event, int down, int right) {
        int row = getIndex();
        event.consume();
        if (finish()) {
            grid.focusTable();
            grid.editing().moveFrom(row, column, down, right);
        }
    }

    /** Commits what was entered; false if it is wrong, and then the cell stays open and says why. */
    private boolean finish() {
        var editor = field;
        if (editor == null) {
            return true;
        }
        // A commit changes the row, and that cancels whatever edits it: by then this edit must be over.
        field = null;
        var problem = commit(editor);
        if (problem == null) {
            close();
            return true;
        }
        field = editor;
        var sentence = grid.desk().texts().problem(problem);
        editor.pseudoClassStateChanged(ERROR, true);
        editor.setAccessibleHelp(sentence);
        grid.tell(editor, sentence);
        return false;
    }

    private @Nullable Problem commit(TextField editor) {
        if (edited == null || editor.getText().equals(before)) {
            return null;
        }
        if (editor instanceof ChoiceField choice) {
            return choice.isAstray()
                    ? Problem.of("field.not_a_choice")
                    : column.commit(edited, choice.picked().map(Choice::id).orElse(""));
        }
        return column.commit(edited, editor.getText());
    }

    /** Ends the edit and shows the row again. */
    private void close() {
        field = null;
        edited = null;
        super.cancelEdit();
        grid.editing().ended();
        renderCurrent();
    }

    /** A cell keeps its item while it is edited; what the list has by now is the truth. */
    private void renderCurrent() {
        int index = getIndex();
        var items = getTableView() == null ? null : getTableView().getItems();
        var current = items == null || index < 0 || index >= items.size() ? null : items.get(index);
        if (current != null) {
            setItem(current);
        }
        render(getItem());
    }

    @Override
    public void cancelEdit() {
        if (field == null) {
            super.cancelEdit();
            return;
        }
        var editor = field;
        field = null;
        var problem = commit(editor);
        close();
        if (problem != null) {
            grid.desk().toasts().show(grid.desk().texts().problem(problem));
        }
    }
}

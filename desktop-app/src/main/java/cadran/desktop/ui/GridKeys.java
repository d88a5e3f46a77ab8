package cadran.desktop.ui;

import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Keys and clicks of the grid that JavaFX doesn't have, or that would read every row. */
final class GridKeys<R> {
    private final DataGrid<R> grid;
    private final TableView<R> table;

    GridKeys(DataGrid<R> grid, TableView<R> table) {
        this.grid = grid;
        this.table = table;
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() != MouseButton.PRIMARY || grid.isEditing()) {
                return;
            }
            if (event.getClickCount() == 2) {
                grid.openFocused();
            } else if (!event.isShiftDown() && event.getTarget() instanceof Node target) {
                if (event.isShortcutDown() || isOnBox(event, target)) {
                    grid.selection().tick(rowOf(target));
                } else {
                    grid.turn(rowOf(target));
                }
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (grid.isEditing()) {
            return;
        }
        if (event.isShortcutDown() && !event.isShiftDown() && event.getCode() == KeyCode.A) {
            // selectAll() would ask for every row: a million of them filled the heap.
            grid.allSelectedProperty().set(true);
            event.consume();
        } else if (event.isShiftDown()
                && jumpsFar(event.getCode())
                && table.getItems().size() > DataGrid.LONGEST_RANGE) {
            event.consume();
        } else if (isTurnOfAll(event) && !grid.headingsProperty().get().isEmpty()) {
            grid.turnAll(event.getCode() == KeyCode.RIGHT);
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE && grid.selection().tick(focusedPlace())) {
            event.consume();
        } else if (isTurn(event) && grid.headingsProperty().get().isAt(focusedPlace())) {
            turn(event.getCode());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && !event.isShortcutDown()
                && !grid.editing().isPossible()) {
            grid.openFocused();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE
                && grid.selection().countProperty().get() > 1) {
            grid.selection().clear();
            event.consume();
        } else if (event.getCode().isNavigationKey() || event.getCode() == KeyCode.ESCAPE) {
            grid.allSelectedProperty().set(false);
            if (!event.isShortcutDown() && !event.isShiftDown() && !goesToHeading(event.getCode())) {
                grid.selection().untick();
            }
        }
    }

    /** Along the headings one selects one after the other. */
    private boolean goesToHeading(KeyCode code) {
        int by = code == KeyCode.DOWN ? 1 : code == KeyCode.UP ? -1 : 0;
        return by != 0 && grid.headingsProperty().get().isAt(focusedPlace() + by);
    }

    /** The table would select cells by this. */
    private static boolean isTurnOfAll(KeyEvent event) {
        return event.isShortcutDown()
                && event.isShiftDown()
                && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT);
    }

    private static boolean isTurn(KeyEvent event) {
        return !event.isShortcutDown()
                && !event.isShiftDown()
                && !event.isAltDown()
                && switch (event.getCode()) {
                    case ENTER, LEFT, RIGHT -> true;
                    default -> false;
                };
    }

    /** Left folds and right unfolds, as in every tree; a heading has no cells to go through. */
    private void turn(KeyCode key) {
        int place = focusedPlace();
        var heading = grid.headingsProperty().get().at(place);
        boolean isSo =
                heading != null && (key == KeyCode.LEFT ? !heading.open() : key == KeyCode.RIGHT && heading.open());
        if (!isSo) {
            grid.turn(place);
        }
    }

    private int focusedPlace() {
        return table.getFocusModel().getFocusedIndex();
    }

    private static boolean jumpsFar(KeyCode code) {
        return code == KeyCode.HOME || code == KeyCode.END;
    }

    /** Typing starts the edit with what was typed; "?" stays the key of the key sheet. */
    private void typed(KeyEvent event) {
        var character = event.getCharacter();
        boolean isForAll = character.equals("*") || character.equals("/");
        if (isForAll && grid.headingsProperty().get().isAt(focusedPlace())) {
            grid.turnAll(character.equals("*"));
            event.consume();
            return;
        }
        if (grid.isEditing()
                || event.isShortcutDown()
                || event.isControlDown()
                || (event.isAltDown() && !event.isControlDown() && character.isBlank())
                || character.isBlank()
                || character.equals("?")
                || Character.isISOControl(character.codePointAt(0))) {
            return;
        }
        if (grid.editing().begin(character)) {
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        int pressed = event.getTarget() instanceof Node node ? rowOf(node) : -1;
        if (pressed >= 0) {
            grid.allSelectedProperty().set(false);
            if (!event.isShortcutDown()
                    && !event.isShiftDown()
                    && !grid.headingsProperty().get().isAt(pressed)) {
                grid.selection().untick();
            }
        }
        if (event.isShiftDown() && event.getTarget() instanceof Node target) {
            int anchor = focusedPlace();
            int row = rowOf(target);
            if (row >= 0 && anchor >= 0 && Math.abs(anchor - row) > DataGrid.LONGEST_RANGE) {
                grid.tellRangeTooLong();
                event.consume();
            }
        }
    }

    private static boolean isOnBox(MouseEvent event, Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row.getChildrenUnmodifiable().stream()
                        .anyMatch(child -> child instanceof HeadingLine line
                                && line.isOnBox(event.getSceneX(), event.getSceneY()));
            }
        }
        return false;
    }

    private static int rowOf(Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof IndexedCell<?> cell) {
                return cell.getIndex();
            }
        }
        return -1;
    }
}

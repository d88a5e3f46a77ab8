/** The one way to change anything: operations, the rules before them, undo and redo behind them. Knows no feature and no JavaFX. */
@NullMarked
package cadran.desktop.edit;

import org.jspecify.annotations.NullMarked;

/** The engine that carries edits to the server and changes from it. Knows no feature and no JavaFX. */
@NullMarked
package cadran.desktop.sync;

import org.jspecify.annotations.NullMarked;

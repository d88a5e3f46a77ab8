/** The inbox of edits that the server did not take, or that met somebody else's. */
@NullMarked
package cadran.desktop.conflicts;

import org.jspecify.annotations.NullMarked;

/** How rows are described, edited, decided about and carried between desktop and server. Knows no feature. */
@NullMarked
package cadran.model.sync;

import org.jspecify.annotations.NullMarked;

/** How H2 writes its files, in the server and in the desktop. */
@NullMarked
package cadran.model.h2;

import org.jspecify.annotations.NullMarked;

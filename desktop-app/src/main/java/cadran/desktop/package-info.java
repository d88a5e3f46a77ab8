/** The desktop program over its local H2 files. */
@NullMarked
package cadran.desktop;

import org.jspecify.annotations.NullMarked;

/** Tables that are part of the program. */
@NullMarked
package cadran.model.shipped;

import org.jspecify.annotations.NullMarked;

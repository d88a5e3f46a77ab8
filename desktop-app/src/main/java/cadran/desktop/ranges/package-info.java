/** Ranges of numbers: what they hold, what is missing in them, and the next free ones. */
@NullMarked
package cadran.desktop.ranges;

import org.jspecify.annotations.NullMarked;

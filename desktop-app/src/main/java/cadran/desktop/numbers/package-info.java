/** The numbers: found, added, edited, and moved from one status to the next. */
@NullMarked
package cadran.desktop.numbers;

import org.jspecify.annotations.NullMarked;

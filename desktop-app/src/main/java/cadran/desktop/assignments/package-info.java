/** Which numbers work for which campaigns, and since when. */
@NullMarked
package cadran.desktop.assignments;

import org.jspecify.annotations.NullMarked;

/** What if a customer left: the answer, and the change that is prepared from it. */
@NullMarked
package cadran.desktop.changes;

import org.jspecify.annotations.NullMarked;

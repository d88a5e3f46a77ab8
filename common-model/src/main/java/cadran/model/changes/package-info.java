/** Changes that are prepared today and take effect on a day to come. */
@NullMarked
package cadran.model.changes;

import org.jspecify.annotations.NullMarked;

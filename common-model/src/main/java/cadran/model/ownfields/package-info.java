/** The fields that an organisation gives its numbers itself, and what stands in them. */
@NullMarked
package cadran.model.ownfields;

import org.jspecify.annotations.NullMarked;

/** How people come back to what they look at often. */
@NullMarked
package cadran.model.views;

import org.jspecify.annotations.NullMarked;

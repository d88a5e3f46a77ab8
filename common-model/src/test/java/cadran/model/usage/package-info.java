/** Tests of the rules on showing numbers. */
@NullMarked
package cadran.model.usage;

import org.jspecify.annotations.NullMarked;

/** Expected failures as values: a code, its arguments, the field. */
@NullMarked
package cadran.model.problem;

import org.jspecify.annotations.NullMarked;

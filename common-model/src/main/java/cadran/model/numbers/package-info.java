/** Phone numbers: their row, their canonical spelling, their statuses. */
@NullMarked
package cadran.model.numbers;

import org.jspecify.annotations.NullMarked;

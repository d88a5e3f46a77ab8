/** What becomes of numbers by itself. */
@NullMarked
package cadran.server.numbers;

import org.jspecify.annotations.NullMarked;

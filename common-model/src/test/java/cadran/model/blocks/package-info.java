/** Tests of the file of number blocks and of looking into it. */
@NullMarked
package cadran.model.blocks;

import org.jspecify.annotations.NullMarked;

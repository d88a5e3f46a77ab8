/** Which operator a French number was first allotted to, by the file that the regulator publishes. */
@NullMarked
package cadran.model.blocks;

import org.jspecify.annotations.NullMarked;

/** Tests of the protocol as bytes. */
@NullMarked
package cadran.model.wire;

import org.jspecify.annotations.NullMarked;

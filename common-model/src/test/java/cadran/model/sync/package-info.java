/** Tests of how intents meet rows. */
@NullMarked
package cadran.model.sync;

import org.jspecify.annotations.NullMarked;

/** Identities: UUIDv7 made by whoever creates the thing, never an ordering. */
@NullMarked
package cadran.model.ids;

import org.jspecify.annotations.NullMarked;

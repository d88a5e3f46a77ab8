/** Prepared changes whose day has come. */
@NullMarked
package cadran.server.changes;

import org.jspecify.annotations.NullMarked;

/** Tests of the doors to the central database. */
@NullMarked
package cadran.server.db;

import org.jspecify.annotations.NullMarked;

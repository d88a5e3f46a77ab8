/** Tests of sync on the server, on both databases and through real HTTP. */
@NullMarked
package cadran.server.sync;

import org.jspecify.annotations.NullMarked;

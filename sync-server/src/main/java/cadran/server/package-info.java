/** The sync server: HTTP, the central database, sync; later carriers, webhooks and call tokens. */
@NullMarked
package cadran.server;

import org.jspecify.annotations.NullMarked;

/** The one way into the synced tables, the feed of what changed in them, and how devices push, pull and are woken. */
@NullMarked
package cadran.server.sync;

import org.jspecify.annotations.NullMarked;

/** What desktop and server share: records, ids, rules as pure functions, and the sync protocol. No SQL, no HTTP, no JavaFX. */
@NullMarked
package cadran.model;

import org.jspecify.annotations.NullMarked;

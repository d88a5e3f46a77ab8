/** The sync protocol as bytes: JSON for what is pushed, checked NDJSON for what is pulled. */
@NullMarked
package cadran.model.wire;

import org.jspecify.annotations.NullMarked;

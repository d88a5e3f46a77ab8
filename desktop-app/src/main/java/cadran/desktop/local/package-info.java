/** A server of this computer's own, inside the same process. The only place that knows the server's code. */
@NullMarked
package cadran.desktop.local;

import org.jspecify.annotations.NullMarked;

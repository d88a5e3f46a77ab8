/** Real processes killed with SIGKILL in the middle of everything, and whether what they had confirmed is still there. */
@NullMarked
package cadran.desktop.kill;

import org.jspecify.annotations.NullMarked;

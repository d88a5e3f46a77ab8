/** The administration screens over the real server. */
@NullMarked
package cadran.desktop.organisation;

import org.jspecify.annotations.NullMarked;

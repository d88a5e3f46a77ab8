/** How a start says what it can't work with: by the name of the setting, whichever part found out. */
@NullMarked
package cadran.server.settings;

import org.jspecify.annotations.NullMarked;

/** Who works, where: the screens before a profile is open, and what they ask for. */
@NullMarked
package cadran.desktop.accounts;

import org.jspecify.annotations.NullMarked;

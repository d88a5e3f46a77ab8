/** Who works where with which files: profiles, their keys, their tokens, and the way into them. */
@NullMarked
package cadran.desktop.profiles;

import org.jspecify.annotations.NullMarked;

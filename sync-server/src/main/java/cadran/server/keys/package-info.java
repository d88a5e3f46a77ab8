/** Everything that is secret: the master keys, the vault that seals with them, and the keys that sign tokens. */
@NullMarked
package cadran.server.keys;

import org.jspecify.annotations.NullMarked;

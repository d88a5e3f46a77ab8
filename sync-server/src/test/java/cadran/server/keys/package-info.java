/** Tests of the vault and of tokens. */
@NullMarked
package cadran.server.keys;

import org.jspecify.annotations.NullMarked;

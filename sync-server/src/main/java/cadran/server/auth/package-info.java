/** Who calls: accounts, passwords, sessions and their tokens, keys of third programs, and the limits on guessing. */
@NullMarked
package cadran.server.auth;

import org.jspecify.annotations.NullMarked;

/** Organisations: how the first comes about, how an operator adds and suspends others, what their administrators set. */
@NullMarked
package cadran.server.organisations;

import org.jspecify.annotations.NullMarked;

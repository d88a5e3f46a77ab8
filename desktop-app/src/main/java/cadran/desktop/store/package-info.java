/** The files of a profile: the encrypted local copy that features read, and the outbox that keeps every edit until the server has it. */
@NullMarked
package cadran.desktop.store;

import org.jspecify.annotations.NullMarked;

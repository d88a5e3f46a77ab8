/** Organisations, their users, roles and permissions. */
@NullMarked
package cadran.model.organisations;

import org.jspecify.annotations.NullMarked;

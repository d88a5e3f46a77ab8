/** The people of an organisation: members, invitations, teams, what they agreed to. */
@NullMarked
package cadran.server.users;

import org.jspecify.annotations.NullMarked;

/** People, keys, log and details of the organisation, the platform's organisations, and the user's own account. */
@NullMarked
package cadran.desktop.organisation;

import org.jspecify.annotations.NullMarked;

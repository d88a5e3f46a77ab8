/** Tests of the audit log. */
@NullMarked
package cadran.server.audit;

import org.jspecify.annotations.NullMarked;

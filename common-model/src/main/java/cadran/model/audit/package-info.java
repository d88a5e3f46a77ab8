/** The audit log as desktop and server tell each other about it. */
@NullMarked
package cadran.model.audit;

import org.jspecify.annotations.NullMarked;

/** The append-only log of who changed what, chained per organisation so that a change to it shows. */
@NullMarked
package cadran.server.audit;

import org.jspecify.annotations.NullMarked;

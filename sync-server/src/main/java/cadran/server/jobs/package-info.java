/** Recurring and retried work: one lease table, one runner per node, a clock that tests own. */
@NullMarked
package cadran.server.jobs;

import org.jspecify.annotations.NullMarked;

/** Tests of jobs and leases. */
@NullMarked
package cadran.server.jobs;

import org.jspecify.annotations.NullMarked;

/** HTTP as every feature meets it: routes as data, callers, strict bodies, problems, health and metrics. */
@NullMarked
package cadran.server.http;

import org.jspecify.annotations.NullMarked;

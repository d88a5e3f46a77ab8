/** The language of the filter line: what somebody types to narrow a list, read piece by piece. */
@NullMarked
package cadran.desktop.filter;

import org.jspecify.annotations.NullMarked;

/** Big tables in memory, column by column: which rows a query has, and in which order, without asking the disk. */
@NullMarked
package cadran.desktop.index;

import org.jspecify.annotations.NullMarked;

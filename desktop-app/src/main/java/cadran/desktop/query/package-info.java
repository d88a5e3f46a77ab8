/** Which rows are asked for, and in which order: values that SQL, indexes and saved views are made from. */
@NullMarked
package cadran.desktop.query;

import org.jspecify.annotations.NullMarked;

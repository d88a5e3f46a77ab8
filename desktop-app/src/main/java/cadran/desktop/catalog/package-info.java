/** The tables that numbers refer to: one feature for each, all of one make. */
@NullMarked
package cadran.desktop.catalog;

import org.jspecify.annotations.NullMarked;

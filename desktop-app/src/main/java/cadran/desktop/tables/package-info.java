/** Screens over one synced table, made from its descriptor: columns, forms, in-place edits, deletion. Features build on them. */
@NullMarked
package cadran.desktop.tables;

import org.jspecify.annotations.NullMarked;

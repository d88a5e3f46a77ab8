/** The fields that an organisation gave its numbers itself, as columns, keys, inputs and lines: a list is put together with them. */
@NullMarked
package cadran.desktop.own;

import org.jspecify.annotations.NullMarked;

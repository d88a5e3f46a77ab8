/** The product's own client of the server's API: what the desktop calls, and what the server's tests call too. */
@NullMarked
package cadran.desktop.client;

import org.jspecify.annotations.NullMarked;

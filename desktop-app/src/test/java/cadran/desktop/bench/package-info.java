/** How fast the whole is: a real server in a process of its own, real clients, HTTP, durable commits, encrypted files. */
@NullMarked
package cadran.desktop.bench;

import org.jspecify.annotations.NullMarked;

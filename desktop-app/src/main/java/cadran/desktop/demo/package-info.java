/** Believable data to try the program with. */
@NullMarked
package cadran.desktop.demo;

import org.jspecify.annotations.NullMarked;

/** Synthetic rows and a feature over them, for tests and pictures of the kit. */
@NullMarked
package cadran.desktop.samples;

import org.jspecify.annotations.NullMarked;

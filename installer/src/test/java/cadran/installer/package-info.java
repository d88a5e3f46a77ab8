/** Tests of what surrounds the program: the launcher and the packaged image. */
@NullMarked
package cadran.installer;

import org.jspecify.annotations.NullMarked;

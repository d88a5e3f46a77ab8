/** What arrives from outside, altered at random from fixed seeds: no 5xx, no hang, no memory that stays taken. */
@NullMarked
package cadran.desktop.fuzz;

import org.jspecify.annotations.NullMarked;

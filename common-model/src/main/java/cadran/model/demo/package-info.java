/** Believable rows out of a seed, for the demonstration, tests and benchmarks. */
@NullMarked
package cadran.model.demo;

import org.jspecify.annotations.NullMarked;

/** What the numbering plans say of numbers: what they are made for, and where they belong. */
@NullMarked
package cadran.desktop.plan;

import org.jspecify.annotations.NullMarked;

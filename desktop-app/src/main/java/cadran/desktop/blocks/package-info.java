/** Who numbers were first allotted to, by the regulator's file of blocks that a user loads. */
@NullMarked
package cadran.desktop.blocks;

import org.jspecify.annotations.NullMarked;

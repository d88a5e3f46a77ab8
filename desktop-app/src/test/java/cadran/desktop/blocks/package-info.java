@NullMarked
package cadran.desktop.blocks;

import org.jspecify.annotations.NullMarked;

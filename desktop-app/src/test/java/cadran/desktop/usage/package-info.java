@NullMarked
package cadran.desktop.usage;

import org.jspecify.annotations.NullMarked;

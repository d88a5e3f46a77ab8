/** What the law lets numbers be shown for: the dated rules, to be read with their sources. */
@NullMarked
package cadran.desktop.usage;

import org.jspecify.annotations.NullMarked;

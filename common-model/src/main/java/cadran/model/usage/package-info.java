/** What the law lets a number be shown for, as dated rules with their sources. */
@NullMarked
package cadran.model.usage;

import org.jspecify.annotations.NullMarked;

/** The settings screen: language, look, and where the data lie. */
@NullMarked
package cadran.desktop.settings;

import org.jspecify.annotations.NullMarked;

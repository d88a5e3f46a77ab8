/** The home screen: the stock at a glance, each figure of which opens the numbers that it counts. */
@NullMarked
package cadran.desktop.dashboard;

import org.jspecify.annotations.NullMarked;

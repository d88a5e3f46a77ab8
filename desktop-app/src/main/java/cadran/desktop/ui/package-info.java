/** The kit every screen is made of: commands, dialogs, toasts, grid, filter, form, detail. Knows no feature. */
@NullMarked
package cadran.desktop.ui;

import org.jspecify.annotations.NullMarked;

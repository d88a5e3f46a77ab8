/** The window: navigation, work area, detail, status, palette. It knows features through {@link cadran.desktop.shell.Feature} alone. */
@NullMarked
package cadran.desktop.shell;

import org.jspecify.annotations.NullMarked;

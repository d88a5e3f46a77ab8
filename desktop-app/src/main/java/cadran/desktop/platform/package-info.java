/** What the program needs from the machine: threads, folders, keychain, file choosers; and codes for errors nobody expected. */
@NullMarked
package cadran.desktop.platform;

import org.jspecify.annotations.NullMarked;

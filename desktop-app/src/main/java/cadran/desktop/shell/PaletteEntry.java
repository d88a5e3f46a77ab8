package cadran.desktop.shell;

import org.kordamp.ikonli.Ikon;

/**
 * A line of the palette.
 *
 * @param detail where it belongs, searched too
 * @param keys as written on the keyboard, or empty
 */
record PaletteEntry(
        String id, String name, String detail, String keys, Ikon icon, boolean isPossible, Runnable action) {}

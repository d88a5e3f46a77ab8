package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import cadran.desktop.platform.Background;
import cadran.desktop.platform.FileChoice;
import cadran.desktop.platform.SettingsFile;
import cadran.desktop.platform.TextClipboard;

/** What every feature's screens work with, handed to them by {@code App}. */
public record Desk(
        Texts texts,
        Background background,
        Modals modals,
        Confirm confirm,
        Toasts toasts,
        Look look,
        SettingsFile settings,
        TextClipboard clipboard,
        FileChoice files,
        Navigator navigator) {}

package cadran.desktop.ui;

/** Light, dark, or whatever the system shows at the moment. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}

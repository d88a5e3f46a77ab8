package cadran.desktop.settings;

/** What guards the key of the local copy. */
public enum KeyProtection {
    KEYCHAIN,
    PASSPHRASE
}

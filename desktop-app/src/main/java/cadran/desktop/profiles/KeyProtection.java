package cadran.desktop.profiles;

/** What guards the key of a profile's files. */
public enum KeyProtection {
    /** The system's keychain: whoever signs in to the system can open the profile. */
    KEYCHAIN,
    /** Only who knows the passphrase; the program can't help when it is forgotten. */
    PASSPHRASE,
    /** A file that only this user of the system may read: no protection from who takes the disk. */
    FILE
}

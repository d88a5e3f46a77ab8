package cadran.model.numbers;

/** What a number can be used for at its carrier. */
public enum Capability {
    VOICE_IN,
    VOICE_OUT,
    SMS,
    MMS,
    FAX
}

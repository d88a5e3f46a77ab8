package cadran.model.numbers;

/** What the plan reserves a prefix for. Not the organisation's own number types, which are its data. */
public enum NumberKind {
    GEOGRAPHIC,
    MOBILE,
    /** 0800–0805, free for the caller. */
    FREEPHONE,
    /** 0806–0809, the price of an ordinary call. */
    NORMAL_RATE,
    SURCHARGED,
    NON_GEOGRAPHIC,
    /** The regulator's "numéro polyvalent vérifié", made for automated calling. */
    VERIFIED,
    /** Numbers used by technical platforms (NPUEPT). */
    PLATFORM,
    /** Extended numbers between machines, longer than ten digits. */
    MACHINE,
    OTHER
}

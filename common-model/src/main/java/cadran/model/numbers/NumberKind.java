package cadran.model.numbers;

/** What the plan reserves a prefix for. Not the organisation's own number types, which are its data. */
public enum NumberKind {
    GEOGRAPHIC,
    MOBILE,
    /** Free for the caller. */
    FREEPHONE,
    /** The price of an ordinary call, such as 0806–0809 in France. */
    NORMAL_RATE,
    SURCHARGED,
    NON_GEOGRAPHIC,
    /** The regulator's "numéro polyvalent vérifié", made for automated calling. */
    VERIFIED,
    /** Numbers used by technical platforms (NPUEPT). */
    PLATFORM,
    /** Numbers between machines, longer than those of people. */
    MACHINE,
    /** One organisation's own network, wherever its sites are. */
    CORPORATE,
    /** Follows its holder from line to line. */
    PERSONAL,
    PAGER,
    VOICEMAIL,
    OTHER
}

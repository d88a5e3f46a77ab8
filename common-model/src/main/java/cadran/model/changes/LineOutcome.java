package cadran.model.changes;

/** What became of a number when its prepared change took effect. */
public enum LineOutcome {
    DONE,
    /** It was the customer's no more, or gone. */
    NO_LONGER_CONCERNED,
    /** Somebody else holds its contract than when the change was prepared: what to do with it has to be looked at again. */
    CHANGED,
    /** A rule stood in the way. */
    REFUSED
}

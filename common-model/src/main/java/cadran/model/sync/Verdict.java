package cadran.model.sync;

/** What became of an operation. */
public enum Verdict {
    APPLIED,
    /** Applied over somebody else's change of the same field; what it replaced stays in the history. */
    MERGED,
    /** The row already was as wanted. */
    NOTHING_TO_DO,
    /** Something in it met another's change and waits for its author; the fields that did not clash were applied. */
    CONFLICT,
    /** Not done, for the reason in the problem. */
    REFUSED
}

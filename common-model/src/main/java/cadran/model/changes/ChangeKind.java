package cadran.model.changes;

/** What a prepared change is about. */
public enum ChangeKind {
    /** A customer leaves: its numbers stop working for it. */
    CUSTOMER_LEAVES
}

package cadran.model.numbers;

/** Where a number stands in its life; the reading of each is fixed in the user's help. */
public enum DidStatus {
    /** On order or being ported in; nothing can use it yet. */
    ORDERED("COMMANDE"),
    /** Ours and free. */
    AVAILABLE("DISPONIBLE"),
    /** Given to a customer, not in production. */
    ASSIGNED("AFFECTE"),
    /** An assignment to an active campaign runs today. */
    IN_USE("UTILISE"),
    /** Given back, being given back, or ported out. */
    TERMINATED("RESILIE");

    private final String legacyCode;

    DidStatus(String legacyCode) {
        this.legacyCode = legacyCode;
    }

    /** Its code in the database that users migrate from. */
    public String legacyCode() {
        return legacyCode;
    }

    public boolean mayMoveTo(DidStatus next) {
        return switch (this) {
            case ORDERED -> next == AVAILABLE || next == ASSIGNED || next == TERMINATED;
            case AVAILABLE -> next == ASSIGNED || next == TERMINATED;
            case ASSIGNED -> next == AVAILABLE || next == IN_USE || next == TERMINATED;
            case IN_USE -> next == ASSIGNED || next == AVAILABLE || next == TERMINATED;
            case TERMINATED -> next == AVAILABLE;
        };
    }
}

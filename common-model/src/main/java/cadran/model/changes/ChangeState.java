package cadran.model.changes;

/** How far a prepared change has come. */
public enum ChangeState {
    /** Nothing has happened yet; until it does it can be withdrawn. */
    PREPARED,
    /** Its day has come, and the server is at its lines. */
    APPLYING,
    /** Each line says what became of it. */
    DONE,
    /** It won't happen. */
    WITHDRAWN;

    boolean mayMoveTo(ChangeState next) {
        return switch (this) {
            case PREPARED -> next == APPLYING || next == WITHDRAWN;
            case APPLYING -> next == DONE;
            case WITHDRAWN -> next == PREPARED;
            case DONE -> false;
        };
    }
}

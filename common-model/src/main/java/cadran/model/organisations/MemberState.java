package cadran.model.organisations;

/** A member who left is deactivated, never deleted: what they did still names them. */
public enum MemberState {
    ACTIVE,
    DEACTIVATED
}

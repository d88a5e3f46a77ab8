package cadran.model.sync;

/** What happens to a field that somebody else changed since its author saw it. */
public enum MergeClass {
    /** Words about the thing: the last to arrive wins, the loser stays visible and restorable. */
    DESCRIPTIVE,
    /** Several things at once: what one person adds and what another takes away both happen. */
    SET,
    /** Who has it and what it costs: the server's value stays and the author gets a conflict. */
    COMMERCIAL,
    /** A state with legal moves only: changed by {@link Intent.Move}, checked when it is applied. */
    MACHINE,
    /** What the thing is: set at creation and never changed. */
    IDENTITY
}

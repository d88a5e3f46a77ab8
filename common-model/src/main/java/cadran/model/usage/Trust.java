package cadran.model.usage;

/** How far a rule can be relied on. */
public enum Trust {
    /** Read in the law, the regulator's decision or the regulator's own pages. */
    PRIMARY,
    /** Only told by others, such as the press. */
    SECONDARY
}

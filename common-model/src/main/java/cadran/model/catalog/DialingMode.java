package cadran.model.catalog;

/** Who or what sets off a campaign's calls and messages, in the words of call centres. */
public enum DialingMode {
    /** An agent dials, or writes. */
    MANUAL,
    /** The agent sees whom the machine would call next, and starts the call. */
    PREVIEW,
    /** The machine calls as soon as an agent is free. */
    PROGRESSIVE,
    /** The machine calls more people than agents are free, as most won't answer. */
    PREDICTIVE,
    /** No agent takes part. */
    ROBOT
}

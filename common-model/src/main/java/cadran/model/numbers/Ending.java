package cadran.model.numbers;

/** How a number left, or is leaving: people look for the two in different places. */
public enum Ending {
    /** Given back to the carrier. */
    GIVEN_BACK,
    /** Taken to another carrier by its customer. */
    PORTED_OUT
}

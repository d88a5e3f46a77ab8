package cadran.model.catalog;

/** Who starts a campaign's calls: the law on the numbers that it may show turns on that. */
public enum DialingMode {
    /** A person dials. */
    MANUAL,
    /** A person sees the record first and starts the call. */
    PREVIEW,
    /** The system dials as soon as a person is free. */
    PROGRESSIVE,
    /** The system dials ahead of people who will be free. */
    PREDICTIVE,
    /** Nobody speaks but a machine. */
    ROBOT
}

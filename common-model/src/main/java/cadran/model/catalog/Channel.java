package cadran.model.catalog;

/** How a campaign reaches people. */
public enum Channel {
    VOICE,
    SMS
}

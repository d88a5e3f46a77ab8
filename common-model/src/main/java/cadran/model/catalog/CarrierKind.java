package cadran.model.catalog;

/** How a carrier delivers calls. */
public enum CarrierKind {
    VOIP,
    TRADITIONAL,
    HYBRID
}

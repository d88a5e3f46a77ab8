package cadran.model.catalog;

/** What an equipment does between the carrier and the user. */
public enum EquipmentKind {
    SBC,
    PBX,
    TRUNK,
    GATEWAY,
    SOFTSWITCH
}

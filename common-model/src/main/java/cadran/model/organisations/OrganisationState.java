package cadran.model.organisations;

/** Nobody can work in a suspended organisation; nothing of it is lost. */
public enum OrganisationState {
    ACTIVE,
    SUSPENDED
}

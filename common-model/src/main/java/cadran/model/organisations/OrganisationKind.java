package cadran.model.organisations;

/** As what an organisation is registered. */
public enum OrganisationKind {
    /** A company, known by its SIRET and VAT number. */
    B2B,
    /** A person, who has neither. */
    B2C
}

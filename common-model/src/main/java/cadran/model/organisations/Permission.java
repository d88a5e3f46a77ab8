package cadran.model.organisations;

/** What a role may do. The server checks them for each operation at the moment it is applied; the desktop hides or explains. */
public enum Permission {
    /** Create and suspend organisations, see the server's health. Of the platform, not of an organisation. */
    PLATFORM_OPERATE,
    /** See numbers, customers, campaigns and the reference tables. */
    INVENTORY_READ,
    /** Change numbers, customers, campaigns and the reference tables. */
    INVENTORY_WRITE,
    /** Bring a terminated number back: a right of its own, because it starts costs again. */
    NUMBER_RESTORE,
    /** Say what numbers may be shown for: the organisation's rules, over those that come with the program. */
    USE_RULES_MANAGE,
    /** Free a number that is reserved for somebody else. */
    RESERVATION_RELEASE,
    /** See members, teams, devices and keys; invite, deactivate, set roles. */
    USERS_MANAGE,
    /** Make and revoke keys for third programs. */
    API_KEYS_MANAGE,
    /** Change the organisation's own details and settings. */
    ORGANISATION_MANAGE,
    /** Read the audit log and verify its chain. */
    AUDIT_READ,
    /** Write what carriers say of numbers. Nobody has it but the server's own work. */
    CARRIER_REPORT,
    /** Write who is a member, for all to read. Nobody has it but the server's own work. */
    MEMBERS_REPORT,
    /** Write what became of a prepared change. Nobody has it but the server's own work. */
    CHANGES_REPORT
}

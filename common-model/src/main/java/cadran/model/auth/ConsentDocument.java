package cadran.model.auth;

/** What a person is asked to agree to. The version changes with the text, and with it the question is asked again. */
public enum ConsentDocument {
    TERMS("2026-11", true),
    PRIVACY("2026-11", true),
    MARKETING("2026-11", false);

    private final String version;
    private final boolean required;

    ConsentDocument(String version, boolean required) {
        this.version = version;
        this.required = required;
    }

    public String version() {
        return version;
    }

    /** Whether there is no account without it. */
    public boolean isRequired() {
        return required;
    }
}

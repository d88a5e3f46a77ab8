package cadran.model.auth;

/** @param version of the text that the person had before their eyes */
public record Consent(ConsentDocument document, String version, boolean granted) {}

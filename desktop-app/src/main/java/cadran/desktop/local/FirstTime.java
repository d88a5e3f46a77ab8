package cadran.desktop.local;

/** What the organisation and the user of this computer's own server are called, when there are none yet. */
public record FirstTime(String organisation, String user, String language, String timeZone) {}

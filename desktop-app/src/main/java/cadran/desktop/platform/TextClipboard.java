package cadran.desktop.platform;

/** What is copied and pasted. An interface, because tests that run side by side would share the system's own. */
public interface TextClipboard {
    /** Empty where there is no text. */
    String text();

    void put(String text);
}

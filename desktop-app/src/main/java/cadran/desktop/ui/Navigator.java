package cadran.desktop.ui;

/** Opens features and their objects by id, so that features never know each other. */
public interface Navigator {
    void open(String featureId);

    void open(String featureId, String objectId);

    /** With this typed in its filter line, where the person sees it and can change it. */
    void find(String featureId, String line);
}

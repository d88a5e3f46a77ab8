package cadran.desktop.ui;

/** Opens features and their objects by id, so that features never know each other. */
public interface Navigator {
    void open(String featureId);

    void open(String featureId, String objectId);
}

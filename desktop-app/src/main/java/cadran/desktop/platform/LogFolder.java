package cadran.desktop.platform;

import ch.qos.logback.core.PropertyDefinerBase;

/** Tells the log's configuration where this system keeps its programs' logs. */
public final class LogFolder extends PropertyDefinerBase {
    @Override
    public String getPropertyValue() {
        return AppFolders.find(System.getenv()).logs().toString();
    }
}

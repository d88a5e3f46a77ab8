package cadran.desktop.shell;

import cadran.desktop.ui.Navigator;
import org.jspecify.annotations.Nullable;

/** Opens things in the window's shell; while there is none, nobody asks for anything. */
public final class ShellNavigator implements Navigator {
    private @Nullable ShellView shell;

    /** @param opened null once it is left */
    public void in(@Nullable ShellView opened) {
        shell = opened;
    }

    @Override
    public void open(String featureId) {
        if (shell != null) {
            shell.open(featureId);
        }
    }

    @Override
    public void open(String featureId, String objectId) {
        if (shell != null) {
            shell.open(featureId, objectId);
        }
    }

    @Override
    public void find(String featureId, String line) {
        if (shell != null) {
            shell.find(featureId, line);
        }
    }
}

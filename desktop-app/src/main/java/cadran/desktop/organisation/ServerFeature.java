package cadran.desktop.organisation;

import cadran.desktop.shell.Feature;
import cadran.desktop.ui.Command;
import cadran.model.organisations.Permission;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * One screen of this package as the shell sees it. It asks the server anew each time it comes to the front.
 *
 * @param id first part of its text keys
 */
record ServerFeature(
        String id,
        Ikon icon,
        @Nullable Permission permission,
        Node view,
        @Nullable Node detail,
        List<Command> commands,
        Runnable onShown)
        implements Feature {
    static ServerFeature list(
            String id, Ikon icon, Permission permission, ServerListView<?> list, Runnable load) {
        return new ServerFeature(id, icon, permission, list.view(), list.detail(), list.commands(), () -> {
            load.run();
            list.view().focus(list.grid().table());
        });
    }

    @Override
    public String titleKey() {
        return id + ".title";
    }

    @Override
    public String groupKey() {
        return "organisation.group";
    }

    @Override
    public void onShow() {
        onShown.run();
    }
}

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
 * @param groupKey heading in the navigation
 */
record ServerFeature(
        String id,
        String groupKey,
        Ikon icon,
        @Nullable Permission permission,
        Node view,
        @Nullable Node detail,
        List<Command> commands,
        Runnable onShown)
        implements Feature {
    static final String ORGANISATION = "organisation.group";

    static ServerFeature list(String id, Ikon icon, Permission permission, ServerListView<?> list, Runnable load) {
        return new ServerFeature(
                id, ORGANISATION, icon, permission, list.view(), list.detail(), list.commands(), () -> {
                    load.run();
                    list.view().focus(list.grid().table());
                });
    }

    @Override
    public String titleKey() {
        return id + ".title";
    }

    ServerFeature in(String otherGroupKey) {
        return new ServerFeature(id, otherGroupKey, icon, permission, view, detail, commands, onShown);
    }

    @Override
    public void onShow() {
        onShown.run();
    }
}

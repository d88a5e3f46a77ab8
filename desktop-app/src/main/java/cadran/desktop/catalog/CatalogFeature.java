package cadran.desktop.catalog;

import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.SearchSource;
import cadran.desktop.tables.TableActions;
import cadran.desktop.tables.TableColumns;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.TableView;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.Cloud;
import cadran.model.catalog.Customer;
import cadran.model.catalog.CustomerGroup;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.Equipment;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.Region;
import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** One table of the catalog. */
public final class CatalogFeature implements Feature {
    private final EntityType<?> type;
    private final Ikon icon;
    private final @Nullable String group;
    private final TableView view;
    private final TableActions actions;
    private final Workspace workspace;
    private boolean started;

    private CatalogFeature(Desk desk, Workspace workspace, EntityType<?> type, Ikon icon, @Nullable String group) {
        this.type = type;
        this.icon = icon;
        this.group = group;
        this.workspace = workspace;
        var controller = new TableController(desk, workspace, type);
        view = new TableView(desk, workspace, type, new TableColumns(desk, controller, type).all());
        actions = new TableActions(controller, view);
        view.whenEmpty(icon, controller.mayWrite() ? List.of(actions.add()) : List.of());
    }

    /** What is worked with every day. */
    public static List<CatalogFeature> daily(Desk desk, Workspace workspace) {
        return List.of(
                new CatalogFeature(desk, workspace, Customer.TYPE, Feather.BRIEFCASE, null),
                new CatalogFeature(desk, workspace, CustomerGroup.TYPE, Feather.FOLDER, null),
                new CatalogFeature(desk, workspace, Campaign.TYPE, Feather.VOLUME_2, null));
    }

    /** What is looked after now and then. */
    public static List<CatalogFeature> reference(Desk desk, Workspace workspace) {
        String group = "catalog.group";
        return List.of(
                new CatalogFeature(desk, workspace, Carrier.TYPE, Feather.RADIO, group),
                new CatalogFeature(desk, workspace, Region.TYPE, Feather.MAP_PIN, group),
                new CatalogFeature(desk, workspace, NumberType.TYPE, Feather.TAG, group),
                new CatalogFeature(desk, workspace, Equipment.TYPE, Feather.SERVER, group),
                new CatalogFeature(desk, workspace, Cloud.TYPE, Feather.CLOUD, group),
                new CatalogFeature(desk, workspace, DialingCode.TYPE, Feather.GLOBE, group));
    }

    @Override
    public String id() {
        return type.collection();
    }

    @Override
    public String titleKey() {
        return "entity." + type.name() + ".title";
    }

    @Override
    public Ikon icon() {
        return icon;
    }

    @Override
    public @Nullable String groupKey() {
        return group;
    }

    @Override
    public Permission permission() {
        return type.readPermission();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node detail() {
        return view.detail();
    }

    @Override
    public List<Command> commands() {
        return actions.all();
    }

    @Override
    public SearchSource search() {
        return (query, limit) -> workspace.rows().choices(type, query, limit).stream()
                .map(choice -> new SearchSource.Hit(choice.id().toString(), choice.label(), ""))
                .toList();
    }

    @Override
    public void onShow() {
        if (!started) {
            started = true;
            view.start();
        }
        view.grid().focusTable();
    }

    @Override
    public void open(String objectId) {
        view.showOnly(objectId);
    }
}

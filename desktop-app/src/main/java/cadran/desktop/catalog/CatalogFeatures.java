package cadran.desktop.catalog;

import cadran.desktop.edit.Workspace;
import cadran.desktop.own.OwnKeyPanel;
import cadran.desktop.shell.Feature;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.TableActions;
import cadran.desktop.tables.TableColumns;
import cadran.desktop.tables.TableController;
import cadran.desktop.tables.TableFeature;
import cadran.desktop.tables.TableView;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.CarrierAccount;
import cadran.model.catalog.Cloud;
import cadran.model.catalog.Customer;
import cadran.model.catalog.CustomerGroup;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.Equipment;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.Region;
import cadran.model.catalog.StockLevel;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tables of the catalog: each screen follows from its table's descriptor. */
public final class CatalogFeatures {
    private static final String REFERENCE = "catalog.group";

    private final Desk desk;
    private final Workspace workspace;

    public CatalogFeatures(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
    }

    /**
     * What is worked with every day.
     *
     * @param besideCampaign what else is known of the campaign in focus
     * @param onCustomer what else can be done with the customer in focus
     */
    public List<Feature> daily(Beside besideCampaign, Function<TableView, List<Command>> onCustomer) {
        return List.of(
                of(Customer.TYPE, Feather.BRIEFCASE, null, List.of(), onCustomer),
                of(CustomerGroup.TYPE, Feather.FOLDER, null, List.of()),
                of(Campaign.TYPE, Feather.VOLUME_2, null, List.of(besideCampaign)));
    }

    /** What is looked after now and then. */
    public List<Feature> reference() {
        return List.of(
                of(Carrier.TYPE, Feather.RADIO, REFERENCE, List.of()),
                of(CarrierAccount.TYPE, Feather.CREDIT_CARD, REFERENCE, List.of()),
                of(Region.TYPE, Feather.MAP_PIN, REFERENCE, List.of()),
                of(NumberType.TYPE, Feather.TAG, REFERENCE, List.of()),
                of(StockLevel.TYPE, Feather.TRENDING_DOWN, REFERENCE, List.of()),
                of(Equipment.TYPE, Feather.SERVER, REFERENCE, List.of()),
                of(Cloud.TYPE, Feather.CLOUD, REFERENCE, List.of()),
                of(DialingCode.TYPE, Feather.GLOBE, REFERENCE, List.of()),
                of(OwnField.TYPE, Feather.SLIDERS, REFERENCE, List.of(new OwnKeyPanel(desk.texts()))));
    }

    private Feature of(EntityType<?> type, Ikon icon, @Nullable String group, List<Beside> besides) {
        return of(type, icon, group, besides, view -> List.of());
    }

    private Feature of(
            EntityType<?> type,
            Ikon icon,
            @Nullable String group,
            List<Beside> besides,
            Function<TableView, List<Command>> more) {
        var controller = new TableController(desk, workspace, type);
        if (type == OwnField.TYPE) {
            controller.takesAlongAsked(OwnValue.TYPE, "fieldId");
        }
        var view = new TableView(desk, workspace, type, new TableColumns(desk, controller, type).all());
        besides.forEach(view::beside);
        var actions = new TableActions(controller, view);
        view.whenEmpty(icon, controller.mayWrite() ? List.of(actions.add()) : List.of());
        actions.onRow().forEach(view::rowAction);
        var commands = new ArrayList<>(actions.all());
        more.apply(view).forEach(command -> {
            commands.add(command);
            view.rowAction(command);
        });
        return new TableFeature(workspace, type, icon, group, view, commands);
    }
}

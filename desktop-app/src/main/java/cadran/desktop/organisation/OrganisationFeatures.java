package cadran.desktop.organisation;

import cadran.desktop.client.ServerClient;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.Status;
import cadran.desktop.ui.Desk;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** All screens of this package, in the order of the navigation; each names the right that it takes. */
public final class OrganisationFeatures {
    private OrganisationFeatures() {}

    /**
     * @param zone in which times are shown
     * @param rows names what the log tells of
     */
    public static List<Feature> all(
            Desk desk, ServerClient client, Status status, ZoneId zone, InstantSource clock, RowNames rows) {
        var shared = new ServerDesk(desk, client.auth(), client.admin(), status, new Wording(desk.texts(), zone));
        return List.of(
                new MembersController(shared, clock).feature(),
                new TeamsController(shared).feature(),
                new ApiKeysController(shared, clock).feature(),
                new AuditController(shared, rows).feature(),
                new OrganisationView(shared).feature(),
                new OrganisationsController(shared).feature(),
                new AccountView(shared).feature());
    }
}

package cadran.desktop.organisation;

import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.auth.Me;
import cadran.model.organisations.ApiKey;
import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Node;

/** Name, rights and last day of a new key. */
final class ApiKeyForm implements Questions {
    /** The server's limit is two years; the day itself is included. */
    private static final int LONGEST_DAYS = 730;

    private static final int USUAL_DAYS = 365;

    private final ServerDesk server;
    private final ZoneId zone;
    private final LocalDate today;
    private final Form form;
    private final FormField<String> name;
    private final FormField<Optional<LocalDate>> lastDay;
    private final CheckGroup<Permission> rights;

    /** @param me who makes it, with whose rights at most it works */
    ApiKeyForm(ServerDesk server, Me me, LocalDate today) {
        this.server = server;
        this.today = today;
        zone = ZoneId.of(me.timeZone());
        form = new Form(server.desk());
        name = form.text("name", "api-keys.name", "").required();
        lastDay = form.date("expiresAt", "api-keys.last-day", today.plusDays(USUAL_DAYS))
                .required()
                .rule(this::dayProblem);
        rights = new CheckGroup<>(server.texts(), "api-keys.rights");
        for (var permission : Permission.values()) {
            // The platform is operated by people.
            if (permission != Permission.PLATFORM_OPERATE && me.permissions().contains(permission)) {
                rights.add(
                        permission,
                        server.texts().bind(Wording.key(permission)),
                        null,
                        permission == Permission.INVENTORY_READ);
            }
        }
        form.add(rights);
    }

    private Optional<Problem> dayProblem(Optional<LocalDate> day) {
        return day.filter(each -> each.isBefore(today) || each.isAfter(today.plusDays(LONGEST_DAYS)))
                .map(each -> Problem.of("api_key.last_day")
                        .with("from", server.texts().formats().date(today))
                        .with("to", server.texts().formats().date(today.plusDays(LONGEST_DAYS))));
    }

    ApiKey.Request request() {
        var end = lastDay.value().orElseThrow().plusDays(1).atStartOfDay(zone).toInstant();
        return new ApiKey.Request(name.value(), rights.ticked(), end);
    }

    @Override
    public Node node() {
        return form;
    }

    @Override
    public boolean check() {
        boolean right = form.check();
        return rights.checkNotEmpty(Problem.of("rights.required")) && right;
    }

    @Override
    public void show(Problem problem) {
        if ("permissions".equals(problem.field())) {
            rights.show(server.texts().problem(problem));
        } else {
            form.show(problem);
        }
    }
}

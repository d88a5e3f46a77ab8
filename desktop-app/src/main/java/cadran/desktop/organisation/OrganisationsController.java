package cadran.desktop.organisation;

import cadran.desktop.ui.Badge;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.ListSource;
import cadran.model.organisations.Organisation;
import cadran.model.organisations.OrganisationState;
import cadran.model.organisations.Permission;
import cadran.model.organisations.ResetCode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** For the platform's operator: the organisations on this server. */
final class OrganisationsController {
    private final ServerDesk server;
    private final ListSource<Organisation> source = new ListSource<>(
            OrganisationsController::searched,
            Map.of(
                    "name", Comparator.comparing(Organisation::name, String.CASE_INSENSITIVE_ORDER),
                    "state", Comparator.comparing(Organisation::state),
                    "created", Comparator.comparing(Organisation::createdAt)));
    private final ServerListView<Organisation> list;

    OrganisationsController(ServerDesk server) {
        this.server = server;
        var texts = server.texts();
        var columns = List.of(
                GridColumn.of("name", "organisation.name", Organisation::name)
                        .width(220)
                        .flexible(120)
                        .sortable(),
                GridColumn.<Organisation>of("kind", "organisation.kind", each -> texts.get(kindKey(each)))
                        .width(85),
                GridColumn.<Organisation>of("siret", "organisation.siret", each -> typed(each.siret()))
                        .width(140),
                GridColumn.<Organisation>of("vat", "organisation.vat", each -> typed(each.vatNumber()))
                        .width(135),
                GridColumn.<Organisation>of("state", "members.state", each -> texts.get(stateKey(each)))
                        .graphic(each -> Badge.dot(role(each)))
                        .width(105)
                        .sortable(),
                GridColumn.<Organisation>of(
                                "created",
                                "organisation.created",
                                each -> server.wording().date(each.createdAt()))
                        .width(95)
                        .sortable());
        list = new ServerListView<>(
                server, "organisations.", columns, (a, b) -> a.id().equals(b.id()), this::search, this::load);
        list.action(Feather.KEY, "organisations.reset", Keys.shifted(KeyCode.R), this::reset);
        list.mainAction(Feather.PLUS, "organisations.add", Keys.ADD, this::add);
        list.rowAction(
                Feather.PAUSE,
                "organisations.suspend",
                Keys.REMOVE,
                each -> each.state() == OrganisationState.ACTIVE,
                this::suspend);
        list.rowAction(
                Feather.PLAY,
                "organisations.resume",
                null,
                each -> each.state() == OrganisationState.SUSPENDED,
                this::resume);
        list.describe(this::describe);
        list.grid().show(source);
    }

    ServerFeature feature() {
        return ServerFeature.list("organisations", Feather.BRIEFCASE, Permission.PLATFORM_OPERATE, list, this::load)
                .in("platform.group");
    }

    private static String searched(Organisation organisation) {
        return organisation.name() + " " + typed(organisation.siret()) + " " + typed(organisation.vatNumber());
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String kindKey(Organisation organisation) {
        return "organisation.kind." + organisation.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String stateKey(Organisation organisation) {
        return "organisations.state." + organisation.state().name().toLowerCase(Locale.ROOT);
    }

    private static String role(Organisation organisation) {
        return organisation.state() == OrganisationState.ACTIVE ? "state-good" : "state-off";
    }

    private void describe(Organisation organisation) {
        list.detail()
                .show(
                        organisation.name(),
                        Badge.of(role(organisation), server.texts().bind(stateKey(organisation))),
                        List.of(
                                new DetailPane.Line(
                                        "organisation.kind", server.texts().get(kindKey(organisation))),
                                new DetailPane.Line("organisation.siret", typed(organisation.siret())),
                                new DetailPane.Line("organisation.vat", typed(organisation.vatNumber())),
                                new DetailPane.Line("organisation.time-zone", organisation.timeZone()),
                                new DetailPane.Line(
                                        "organisation.created", server.wording().date(organisation.createdAt()))));
    }

    private void search(String typed) {
        source.narrow(typed);
        list.grid().show(source);
        list.count(source.count());
    }

    private void load() {
        list.view().load(progress -> ServerAnswer.of(server.admin().organisations()), all -> {
            source.set(all.items());
            list.grid().reload();
            list.count(source.count());
        });
    }

    private void add() {
        var form = new OrganisationForm(server);
        QuestionsPane.<Organisation.Made>show(
                server,
                "organisations.add",
                "organisations.add.do",
                form,
                () -> {
                    var request = form.request();
                    return progress -> ServerAnswer.of(server.admin().makeOrganisation(request));
                },
                this::showCode);
    }

    private void showCode(Organisation.Made made) {
        load();
        var invitation = made.invitation();
        OneTimePane.show(
                server,
                "organisations.code.title",
                server.texts()
                        .get(
                                "organisations.code.text",
                                "organisation",
                                made.organisation().name(),
                                "email",
                                invitation.invitation().email(),
                                "until",
                                server.wording().time(invitation.invitation().expiresAt())),
                invitation.code());
    }

    private void reset() {
        var form = new Form(server.desk());
        form.add(Lines.hint(server.texts(), "organisations.reset.hint"));
        var email = form.text("email", "signin.email", "").required();
        QuestionsPane.<ResetCode>show(
                server,
                "organisations.reset",
                "organisations.reset.do",
                Questions.of(form),
                () -> {
                    var request = new ResetCode.Request(email.value());
                    return progress -> ServerAnswer.of(server.admin().resetByEmail(request));
                },
                code -> OneTimePane.show(
                        server,
                        "members.reset.title",
                        server.texts()
                                .get(
                                        "members.reset.text",
                                        "name",
                                        email.value(),
                                        "until",
                                        server.wording().time(code.expiresAt())),
                        code.code()));
    }

    private void suspend(Organisation organisation) {
        var texts = server.texts();
        server.desk()
                .confirm()
                .ask(
                        texts.get("organisations.suspend.title", "name", organisation.name()),
                        texts.get("organisations.suspend.breaks"),
                        "organisations.suspend.do",
                        () -> {
                            list.view()
                                    .act(
                                            progress -> ServerAnswer.of(
                                                    server.admin().suspend(organisation.id())),
                                            changed -> load());
                        });
    }

    private void resume(Organisation organisation) {
        list.view().act(progress -> ServerAnswer.of(server.admin().resume(organisation.id())), changed -> load());
    }
}

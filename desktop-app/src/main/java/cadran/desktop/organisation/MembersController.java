package cadran.desktop.organisation;

import cadran.desktop.client.AdminApi;
import cadran.desktop.ui.Badge;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.ListSource;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.Member;
import cadran.model.organisations.Permission;
import cadran.model.organisations.ResetCode;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Who belongs to the organisation: inviting, roles, teams, devices, leaving and coming back. */
final class MembersController {
    private final ServerDesk server;
    private final InstantSource clock;
    private final ListSource<PersonRow> source = new ListSource<>(
            person -> person.name() + " " + person.email(),
            Map.of(
                    "name", Comparator.comparing(PersonRow::called, String.CASE_INSENSITIVE_ORDER),
                    "email", Comparator.comparing(PersonRow::email),
                    "state", Comparator.comparing(PersonRow::standing),
                    "seen", Comparator.comparing(PersonRow::seenAt, Comparator.nullsFirst(Comparator.naturalOrder()))));
    private final ServerListView<PersonRow> list;
    private @Nullable People people;

    MembersController(ServerDesk server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
        list = new ServerListView<>(
                server, "members.", columns(), (a, b) -> a.id().equals(b.id()), this::search, this::load);
        list.mainAction(Feather.USER_PLUS, "members.invite", Keys.ADD, this::invite);
        list.rowAction(Feather.SHIELD, "members.edit", Keys.EDIT, PersonRow::isMember, this::edit);
        list.rowAction(Feather.MONITOR, "members.devices", Keys.shifted(KeyCode.M), PersonRow::isMember, this::devices);
        list.rowAction(
                Feather.KEY,
                "members.reset",
                Keys.shifted(KeyCode.R),
                person -> person.standing() == PersonRow.Standing.ACTIVE && !isMe(person),
                this::reset);
        list.rowAction(
                Feather.USER_X,
                "members.deactivate",
                Keys.REMOVE,
                person -> person.standing() == PersonRow.Standing.ACTIVE,
                this::deactivate);
        list.rowAction(
                Feather.USER_CHECK,
                "members.reactivate",
                null,
                person -> person.standing() == PersonRow.Standing.DEACTIVATED,
                this::reactivate);
        list.rowAction(
                Feather.REFRESH_CW, "members.invite-again", null, person -> !person.isMember(), this::inviteAgain);
        list.rowAction(Feather.X_CIRCLE, "members.withdraw", null, person -> !person.isMember(), this::withdraw);
        list.grid().onOpen(person -> {
            if (person.isMember()) {
                edit(person);
            }
        });
        list.describe(this::describe);
        list.grid().show(source);
    }

    ServerFeature feature() {
        return ServerFeature.list("members", Feather.USERS, Permission.USERS_MANAGE, list, this::load);
    }

    private List<GridColumn<PersonRow>> columns() {
        return List.of(
                GridColumn.<PersonRow>of("name", "members.name", this::nameOf)
                        .width(165)
                        .flexible(115)
                        .sortable(),
                GridColumn.<PersonRow>of("state", "members.state", this::stateOf)
                        .graphic(person -> Badge.dot(role(person)))
                        .width(105)
                        .sortable(),
                GridColumn.<PersonRow>of(
                                "roles",
                                "members.roles",
                                person -> server.wording().roles(person.roles()))
                        .width(180)
                        .flexible(90),
                GridColumn.of("teams", "members.teams", this::teamsOf)
                        .width(115)
                        .flexible(75),
                GridColumn.of("email", "signin.email", PersonRow::email)
                        .width(200)
                        .flexible(130)
                        .sortable(),
                GridColumn.<PersonRow>of(
                                "seen",
                                "members.seen",
                                person -> server.wording().time(person.seenAt()))
                        .width(145)
                        .sortable());
    }

    private String nameOf(PersonRow person) {
        return isMe(person) ? server.texts().get("members.you", "name", person.name()) : person.called();
    }

    private String teamsOf(PersonRow person) {
        return people == null ? "" : people.teamNames(person);
    }

    private String stateOf(PersonRow person) {
        return server.texts().get(stateKey(person));
    }

    private static String stateKey(PersonRow person) {
        return "members.state."
                + person.standing().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String role(PersonRow person) {
        return switch (person.standing()) {
            case ACTIVE -> "state-good";
            case INVITED -> "state-waiting";
            case INVITATION_EXPIRED -> "state-bad";
            case DEACTIVATED -> "state-off";
        };
    }

    private boolean isMe(PersonRow person) {
        return people != null && people.isMe(person);
    }

    private void describe(PersonRow person) {
        var wording = server.wording();
        Node badge = Badge.of(role(person), server.texts().bind(stateKey(person)));
        var last = person.isMember()
                ? new DetailPane.Line("members.seen", wording.time(person.seenAt()))
                : new DetailPane.Line("members.until", wording.time(person.until()));
        list.detail()
                .show(
                        person.called(),
                        badge,
                        List.of(
                                new DetailPane.Line("signin.email", person.email()),
                                new DetailPane.Line("members.roles", wording.roles(person.roles())),
                                new DetailPane.Line("members.teams", teamsOf(person)),
                                last));
    }

    private void search(String typed) {
        source.narrow(typed);
        list.grid().show(source);
        list.count(source.count());
    }

    void load() {
        list.view().load(progress -> People.read(server, clock.instant()), read -> {
            people = read;
            source.set(read.rows());
            list.grid().reload();
            list.count(source.count());
        });
    }

    private People loaded() {
        return Objects.requireNonNull(people, "rows are there, so they were loaded");
    }

    private void invite() {
        if (people == null) {
            return;
        }
        var form = MemberForm.ofNew(server, people);
        QuestionsPane.<Invitation.Made>show(
                server,
                "members.invite",
                "members.invite.do",
                form,
                () -> {
                    var request = form.invitation();
                    return progress -> ServerAnswer.of(server.admin().invite(request));
                },
                this::showCode);
    }

    /** Replaces the code, since only its hash is kept. */
    private void inviteAgain(PersonRow person) {
        var request = new Invitation.Request(person.email(), person.roles(), person.teams());
        list.view().act(progress -> ServerAnswer.of(server.admin().invite(request)), this::showCode);
    }

    private void showCode(Invitation.Made made) {
        load();
        OneTimePane.show(
                server,
                "members.code.title",
                server.texts()
                        .get(
                                "members.code.text",
                                "email",
                                made.invitation().email(),
                                "until",
                                server.wording().time(made.invitation().expiresAt())),
                made.code());
    }

    private void withdraw(PersonRow person) {
        confirm(
                "members.withdraw.",
                person,
                () -> list.view()
                        .act(
                                progress -> ServerAnswer.done(server.admin().revokeInvitation(person.id())),
                                done -> load()));
    }

    private void edit(PersonRow person) {
        var form = MemberForm.of(server, loaded(), person);
        QuestionsPane.<Member>show(
                server,
                "members.edit",
                "action.save",
                form,
                () -> {
                    var patch = form.patch();
                    var seen = AdminApi.tag(person.version());
                    return progress -> ServerAnswer.of(server.admin().patchUser(person.id(), seen, patch));
                },
                changed -> load());
    }

    private void devices(PersonRow person) {
        DevicesPane.show(server, person);
    }

    private void reset(PersonRow person) {
        confirm(
                "members.reset.",
                person,
                () -> list.view()
                        .act(
                                progress -> ServerAnswer.of(server.admin().resetPassword(person.id())),
                                code -> show(person, code)));
    }

    private void show(PersonRow person, ResetCode code) {
        OneTimePane.show(
                server,
                "members.reset.title",
                server.texts()
                        .get(
                                "members.reset.text",
                                "name",
                                person.called(),
                                "until",
                                server.wording().time(code.expiresAt())),
                code.code());
    }

    private void deactivate(PersonRow person) {
        confirm(
                isMe(person) ? "members.leave." : "members.deactivate.",
                person,
                () -> list.view()
                        .act(progress -> ServerAnswer.of(server.admin().deactivate(person.id())), changed -> load()));
    }

    private void reactivate(PersonRow person) {
        list.view().act(progress -> ServerAnswer.of(server.admin().reactivate(person.id())), changed -> load());
    }

    private void confirm(String prefix, PersonRow person, Runnable action) {
        var texts = server.texts();
        server.desk()
                .confirm()
                .ask(
                        texts.get(prefix + "ask", "name", person.called()),
                        texts.get(prefix + "breaks", "name", person.called()),
                        prefix + "do",
                        () -> {
                            action.run();
                        });
    }
}

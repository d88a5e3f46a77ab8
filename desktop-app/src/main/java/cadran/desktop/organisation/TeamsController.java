package cadran.desktop.organisation;

import cadran.desktop.client.AdminApi;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.ListSource;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Team;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kordamp.ikonli.feather.Feather;
import retrofit2.Call;

/** The organisation's teams. Who is in which is set with the member's roles. */
final class TeamsController {
    private final ServerDesk server;
    private final ListSource<TeamRow> source = new ListSource<>(
            row -> row.team().name() + " " + String.join(" ", row.members()),
            Map.of(
                    "name", Comparator.comparing(row -> row.team().name(), String.CASE_INSENSITIVE_ORDER),
                    "count", Comparator.comparingInt(row -> row.members().size())));
    private final ServerListView<TeamRow> list;

    TeamsController(ServerDesk server) {
        this.server = server;
        var columns = List.of(
                GridColumn.<TeamRow>of("name", "team.name", row -> row.team().name())
                        .width(220)
                        .flexible(140)
                        .sortable(),
                GridColumn.<TeamRow>of(
                                "count",
                                "team.count",
                                row -> server.texts()
                                        .formats()
                                        .number(row.members().size()))
                        .width(110)
                        .number()
                        .sortable(),
                GridColumn.<TeamRow>of("members", "team.members", row -> String.join(", ", row.members()))
                        .width(400)
                        .flexible(200));
        list = new ServerListView<>(
                server,
                "teams.",
                columns,
                (a, b) -> a.team().id().equals(b.team().id()),
                this::search,
                this::load);
        list.mainAction(Feather.PLUS, "teams.add", Keys.ADD, this::add);
        list.rowAction(Feather.EDIT_2, "teams.rename", Keys.EDIT, row -> true, this::rename);
        list.rowAction(Feather.TRASH_2, "teams.delete", Keys.REMOVE, row -> true, this::delete);
        list.grid().onOpen(this::rename);
        list.describe(row -> list.detail()
                .show(
                        row.team().name(),
                        null,
                        List.of(new DetailPane.Line("team.members", String.join("\n", row.members())))));
        list.grid().show(source);
    }

    ServerFeature feature() {
        return ServerFeature.list("teams", Feather.LAYERS, Permission.USERS_MANAGE, list, this::load);
    }

    private void search(String typed) {
        source.narrow(typed);
        list.grid().show(source);
        list.count(source.count());
    }

    private void load() {
        list.view().load(progress -> read(server), rows -> {
            source.set(rows);
            list.grid().reload();
            list.count(source.count());
        });
    }

    private static List<TeamRow> read(ServerDesk api) {
        var members = ServerAnswer.of(api.admin().users()).items();
        return ServerAnswer.of(api.admin().teams()).items().stream()
                .sorted(Comparator.comparing(Team::name, String.CASE_INSENSITIVE_ORDER))
                .map(team -> new TeamRow(
                        team,
                        members.stream()
                                .filter(member -> member.teams().contains(team.id()))
                                .map(member -> member.name())
                                .toList()))
                .toList();
    }

    private void add() {
        ask("teams.add", "", request -> server.admin().makeTeam(request));
    }

    private void rename(TeamRow row) {
        var team = row.team();
        var seen = AdminApi.tag(team.version());
        ask("teams.rename", team.name(), request -> server.admin().renameTeam(team.id(), seen, request));
    }

    @FunctionalInterface
    private interface TeamCall {
        Call<Team> of(Team.Request request);
    }

    private void ask(String titleKey, String initial, TeamCall call) {
        var form = new Form(server.desk());
        FormField<String> name = form.text("name", "team.name", initial).required();
        QuestionsPane.<Team>show(
                server,
                titleKey,
                "action.save",
                Questions.of(form),
                () -> {
                    var request = new Team.Request(name.value());
                    return progress -> ServerAnswer.of(call.of(request));
                },
                team -> load());
    }

    /** A team with members is explained first: the server would refuse. */
    private void delete(TeamRow row) {
        var texts = server.texts();
        if (!row.members().isEmpty()) {
            list.view()
                    .say(
                            texts.count(
                                    "teams.delete.has-members",
                                    row.members().size(),
                                    "name",
                                    row.team().name()),
                            false);
            return;
        }
        server.desk()
                .confirm()
                .ask(
                        texts.get("teams.delete.title", "name", row.team().name()),
                        texts.get("teams.delete.breaks"),
                        "teams.delete.do",
                        () -> {
                            list.view()
                                    .act(
                                            progress -> ServerAnswer.done(server.admin()
                                                    .deleteTeam(row.team().id())),
                                            done -> load());
                        });
    }
}

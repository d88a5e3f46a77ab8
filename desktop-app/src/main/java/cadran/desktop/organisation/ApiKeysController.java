package cadran.desktop.organisation;

import cadran.desktop.ui.Badge;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.ListSource;
import cadran.model.auth.Me;
import cadran.model.organisations.ApiKey;
import cadran.model.organisations.Member;
import cadran.model.organisations.Permission;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Keys with which other programs work in the organisation. */
final class ApiKeysController {
    private final ServerDesk server;
    private final InstantSource clock;
    private final ListSource<ApiKey> source = new ListSource<>(
            ApiKey::name,
            Map.of(
                    "name", Comparator.comparing(ApiKey::name, String.CASE_INSENSITIVE_ORDER),
                    "expires", Comparator.comparing(ApiKey::expiresAt),
                    "used", Comparator.comparing(ApiKey::usedAt, Comparator.nullsFirst(Comparator.naturalOrder()))));
    private final ServerListView<ApiKey> list;
    private @Nullable Me me;
    private Map<UUID, String> makers = Map.of();

    ApiKeysController(ServerDesk server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
        list = new ServerListView<>(
                server, "api-keys.", columns(), (a, b) -> a.id().equals(b.id()), this::search, this::load);
        list.mainAction(Feather.PLUS, "api-keys.add", Keys.ADD, this::add);
        list.rowAction(Feather.TRASH_2, "api-keys.revoke", Keys.REMOVE, key -> true, this::revoke);
        list.describe(this::describe);
        list.grid().show(source);
    }

    ServerFeature feature() {
        return ServerFeature.list("api-keys", Feather.KEY, Permission.API_KEYS_MANAGE, list, this::load);
    }

    private record Loaded(Me me, List<ApiKey> keys, Map<UUID, String> makers) {
        /** Who may not see the members sees no makers either. */
        static Loaded read(ServerDesk api) {
            var me = ServerAnswer.of(api.auth().me());
            var keys = ServerAnswer.of(api.admin().apiKeys()).items();
            var makers = me.permissions().contains(Permission.USERS_MANAGE)
                    ? ServerAnswer.of(api.admin().users()).items().stream()
                            .collect(Collectors.toMap(Member::id, Member::name))
                    : Map.of(me.id(), me.name());
            return new Loaded(me, keys, makers);
        }
    }

    private List<GridColumn<ApiKey>> columns() {
        var wording = server.wording();
        return List.of(
                GridColumn.of("name", "api-keys.name", ApiKey::name)
                        .width(190)
                        .flexible(110)
                        .sortable(),
                GridColumn.<ApiKey>of(
                                "state", "members.state", key -> server.texts().get(stateKey(key)))
                        .graphic(key -> Badge.dot(role(key)))
                        .width(95),
                GridColumn.<ApiKey>of("rights", "api-keys.rights", key -> wording.permissions(key.permissions()))
                        .width(240)
                        .flexible(130),
                GridColumn.<ApiKey>of("maker", "api-keys.maker", this::maker)
                        .width(130)
                        .flexible(95),
                GridColumn.<ApiKey>of("expires", "api-keys.last-day", key -> wording.date(lastDay(key)))
                        .width(105)
                        .sortable(),
                GridColumn.<ApiKey>of("used", "api-keys.used", key -> wording.time(key.usedAt()))
                        .width(145)
                        .sortable());
    }

    /** A key ends with a day; its last moment is shown, not the first of the day after. */
    private static java.time.Instant lastDay(ApiKey key) {
        return key.expiresAt().minusMillis(1);
    }

    private boolean isOver(ApiKey key) {
        return !key.expiresAt().isAfter(clock.instant());
    }

    private String stateKey(ApiKey key) {
        return isOver(key) ? "api-keys.state.expired" : "api-keys.state.valid";
    }

    private String role(ApiKey key) {
        return isOver(key) ? "state-bad" : "state-good";
    }

    private String maker(ApiKey key) {
        return makers.getOrDefault(key.madeBy(), "");
    }

    private void describe(ApiKey key) {
        var wording = server.wording();
        list.detail()
                .show(
                        key.name(),
                        Badge.of(role(key), server.texts().bind(stateKey(key))),
                        List.of(
                                new DetailPane.Line("api-keys.rights", wording.permissions(key.permissions())),
                                new DetailPane.Line("api-keys.maker", maker(key)),
                                new DetailPane.Line("api-keys.made", wording.time(key.createdAt())),
                                new DetailPane.Line("api-keys.last-day", wording.date(lastDay(key))),
                                new DetailPane.Line("api-keys.used", wording.time(key.usedAt()))));
    }

    private void search(String typed) {
        source.narrow(typed);
        list.grid().show(source);
        list.count(source.count());
    }

    private void load() {
        list.view().load(progress -> Loaded.read(server), loaded -> {
            me = loaded.me();
            makers = loaded.makers();
            source.set(loaded.keys());
            list.grid().reload();
            list.count(source.count());
        });
    }

    private void add() {
        if (me == null) {
            return;
        }
        var form = new ApiKeyForm(server, me, LocalDate.ofInstant(clock.instant(), ZoneId.of(me.timeZone())));
        QuestionsPane.<ApiKey.Made>show(
                server,
                "api-keys.add",
                "api-keys.add.do",
                form,
                () -> {
                    var request = form.request();
                    return progress -> ServerAnswer.of(server.admin().makeApiKey(request));
                },
                made -> {
                    load();
                    OneTimePane.show(
                            server,
                            "api-keys.made.title",
                            server.texts()
                                    .get(
                                            "api-keys.made.text",
                                            "name",
                                            made.key().name()),
                            made.secret());
                });
    }

    private void revoke(ApiKey key) {
        var texts = server.texts();
        var used = key.usedAt() == null
                ? texts.get("api-keys.revoke.never-used")
                : texts.get("api-keys.revoke.used", "at", server.wording().time(key.usedAt()));
        server.desk()
                .confirm()
                .ask(
                        texts.get("api-keys.revoke.title", "name", key.name()),
                        texts.get("api-keys.revoke.breaks", "used", used),
                        "api-keys.revoke.do",
                        () -> {
                            list.view()
                                    .act(
                                            progress -> ServerAnswer.done(
                                                    server.admin().revokeApiKey(key.id())),
                                            done -> load());
                        });
    }
}

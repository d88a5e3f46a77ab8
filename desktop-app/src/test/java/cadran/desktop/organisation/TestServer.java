package cadran.desktop.organisation;

import cadran.desktop.client.AdminApi;
import cadran.desktop.client.ServerClient;
import cadran.desktop.client.TokenSource;
import cadran.model.auth.AcceptRequest;
import cadran.model.auth.Consent;
import cadran.model.auth.ConsentDocument;
import cadran.model.auth.SetUpRequest;
import cadran.model.auth.SignInDevice;
import cadran.model.auth.SignInRequest;
import cadran.model.auth.Tokens;
import cadran.model.organisations.ApiKey;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.Member;
import cadran.model.organisations.Organisation;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Registration;
import cadran.model.organisations.Role;
import cadran.model.organisations.Team;
import cadran.server.Config;
import cadran.server.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The real server in this process, with the person who set it up: operator, and administrator of "Fimainfo". */
public final class TestServer implements AutoCloseable {
    private static final String EMAIL = "lea@example.fr";
    public static final String PASSWORD = "correct cheval pile agrafe";

    private final Server server;
    private final List<ServerClient> opened = new ArrayList<>();
    private final int port;
    private final Tokens administrator;

    public TestServer(Path folder) {
        this(folder, InstantSource.system(), 0);
    }

    /** @param atPort where it listened before, or 0; over a folder that was set up before, its administrator signs in */
    public TestServer(Path folder, InstantSource clock, int atPort) {
        server = new Server(
                Config.read(
                        Map.of(
                                "CADRAN_DATA",
                                folder.toString(),
                                "CADRAN_PORT",
                                Integer.toString(atPort),
                                "CADRAN_HASH_MEMORY",
                                "8192",
                                "CADRAN_HASH_PASSES",
                                "1"),
                        folder),
                clock);
        port = server.start();
        administrator = server.setUpCode().map(this::setUp).orElseGet(this::signIn);
    }

    private Tokens setUp(String code) {
        return ServerAnswer.of(connect(null)
                .auth()
                .setUp(new SetUpRequest(
                        code,
                        EMAIL,
                        "Léa Marchand",
                        "fr",
                        PASSWORD,
                        consents(),
                        new Registration(OrganisationKind.B2B, "Fimainfo", "35600000000048", "FR39356000000"),
                        "Europe/Paris",
                        device("Poste de Léa"))));
    }

    private Tokens signIn() {
        var answer = ServerAnswer.of(
                connect(null).auth().signIn(new SignInRequest(EMAIL, PASSWORD, null, device("Poste de Léa"))));
        return Objects.requireNonNull(answer.tokens(), "one organisation alone");
    }

    /** Of the person who set it up. */
    public Tokens administrator() {
        return administrator;
    }

    public int port() {
        return port;
    }

    public ServerClient asAdmin() {
        return connect(administrator.accessToken());
    }

    public AdminApi adminApi() {
        return asAdmin().admin();
    }

    public Invitation.Made invite(String email, Role... roles) {
        return ServerAnswer.of(adminApi().invite(new Invitation.Request(email, Arrays.asList(roles), List.of())));
    }

    /** A connection of the person who takes up the invitation. */
    public ServerClient accept(String code, String name) {
        return connect(join(code, name).accessToken());
    }

    /** Somebody new, on a computer of theirs. */
    public Tokens join(String code, String name) {
        return ServerAnswer.of(connect(null)
                .auth()
                .accept(new AcceptRequest(code, name, "fr", PASSWORD, consents(), device("Poste de " + name))));
    }

    /** Colleagues in every state, teams, keys and other organisations. */
    public void populate() {
        var api = adminApi();
        var sales = ServerAnswer.of(api.makeTeam(new Team.Request("Ventes")));
        var paris = ServerAnswer.of(api.makeTeam(new Team.Request("Paris")));
        accept(invite("nina.roux@example.fr", Role.TELECOM).code(), "Nina Roux");
        accept(invite("omar.benali@example.fr", Role.MANAGER, Role.APPROVER).code(), "Omar Benali");
        accept(invite("chloe.petit@example.fr", Role.CLOSER).code(), "Chloé Petit");
        accept(invite("hugo.garnier@example.fr", Role.VIEWER).code(), "Hugo Garnier");
        invite("ines.faure@example.fr", Role.SETTER);
        for (var member : ServerAnswer.of(api.users()).items()) {
            switch (member.name()) {
                case "Chloé Petit" ->
                    ServerAnswer.of(api.patchUser(
                            member.id(),
                            AdminApi.tag(member.version()),
                            new Member.Patch(null, List.of(sales.id(), paris.id()))));
                case "Omar Benali" ->
                    ServerAnswer.of(api.patchUser(
                            member.id(), AdminApi.tag(member.version()), new Member.Patch(null, List.of(sales.id()))));
                case "Hugo Garnier" -> ServerAnswer.of(api.deactivate(member.id()));
                default -> {}
            }
        }
        var end = Instant.now().plus(Duration.ofDays(200));
        ServerAnswer.of(api.makeApiKey(new ApiKey.Request("Facturation", List.of(Permission.INVENTORY_READ), end)));
        ServerAnswer.of(api.makeApiKey(new ApiKey.Request(
                "Import du CRM", List.of(Permission.INVENTORY_READ, Permission.INVENTORY_WRITE), end)));
        var other = ServerAnswer.of(api.makeOrganisation(new Organisation.Request(
                new Registration(OrganisationKind.B2B, "Alpha Énergie", "73282932000074", "FR44732829320"),
                "Europe/Paris",
                "direction@example.com")));
        ServerAnswer.of(api.suspend(other.organisation().id()));
    }

    private static List<Consent> consents() {
        return List.of(
                new Consent(ConsentDocument.TERMS, ConsentDocument.TERMS.version(), true),
                new Consent(ConsentDocument.PRIVACY, ConsentDocument.PRIVACY.version(), true));
    }

    private static SignInDevice device(String name) {
        return new SignInDevice(UUID.randomUUID(), name);
    }

    private ServerClient connect(@Nullable String token) {
        return connect(token, port);
    }

    private ServerClient connect(@Nullable String token, int toPort) {
        var client = new ServerClient(
                new HttpUrl.Builder()
                        .scheme("http")
                        .host("127.0.0.1")
                        .port(toPort)
                        .build(),
                new Fixed(token));
        opened.add(client);
        return client;
    }

    private record Fixed(@Nullable String access) implements TokenSource {
        @Override
        public @Nullable String renewed(@Nullable String refused) {
            return null;
        }
    }

    /** Where nobody answers: no server listens on a port that was given back. */
    public ServerClient nobody() throws IOException {
        try (var freed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return connect(null, freed.getLocalPort());
        }
    }

    @Override
    public void close() {
        opened.forEach(ServerClient::close);
        server.close();
    }
}

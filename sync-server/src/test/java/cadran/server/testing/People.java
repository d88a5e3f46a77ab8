package cadran.server.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.auth.AcceptRequest;
import cadran.model.auth.Consent;
import cadran.model.auth.ConsentDocument;
import cadran.model.auth.SetUpRequest;
import cadran.model.auth.SignInAnswer;
import cadran.model.auth.SignInDevice;
import cadran.model.auth.SignInRequest;
import cadran.model.auth.Tokens;
import cadran.model.catalog.ReferenceValues;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberingPlan;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.Organisation;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Registration;
import cadran.model.organisations.Role;
import cadran.model.wire.Json;
import cadran.server.Routes;
import cadran.server.audit.AuditLog;
import cadran.server.auth.PasswordCost;
import cadran.server.db.Database;
import cadran.server.http.HealthHandlers;
import cadran.server.http.HttpSettings;
import cadran.server.http.MetricsHandlers;
import cadran.server.http.Route;
import cadran.server.keys.MasterKeys;
import cadran.server.keys.SigningKeys;
import cadran.server.keys.TokenSigner;
import cadran.server.keys.Vault;
import cadran.server.organisations.Identity;
import cadran.server.rest.AssignmentHandlers;
import cadran.server.rest.BulkHandlers;
import cadran.server.rest.DocumentHandlers;
import cadran.server.rest.HistoryHandlers;
import cadran.server.rest.RowHandlers;
import cadran.server.sync.Sync;
import cadran.server.users.MemberNames;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The server's people and routes on a real port over a test's database, with a clock that the test owns. */
public final class People implements AutoCloseable {
    public static final String PASSWORD = "un mot de passe long";
    private static final String OPERATOR = "operator@example.com";
    private static final PasswordCost CHEAP = new PasswordCost(64, 1, 1, 4);

    public final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    public final SettableClock clock = new SettableClock();
    public final Identity identity;
    public final TokenSigner signer;
    public final AuditLog audit;
    public final List<Route> routes;
    public final RunningHttp http;

    public People(Database database) {
        var random = new SecureRandom();
        var vault = new Vault(MasterKeys.generate(random));
        // Another test's keys can't be opened with this one's master key, and its failures must not delay anybody here.
        database.inPlatform(handle -> handle.execute("delete from signing_key"));
        database.inPlatform(handle -> handle.execute("delete from sign_in_limit"));
        signer = new TokenSigner(new SigningKeys(database, vault, random, clock), clock);
        audit = new AuditLog(clock, random);
        var ids = new UuidV7(clock, random);
        var sync = new Sync(database, audit, clock, ids);
        identity = new Identity(
                database,
                clock,
                random,
                signer,
                audit,
                metrics,
                CHEAP,
                Duration.ofDays(60),
                (tx, by) -> sync.apply()
                        .create(
                                tx,
                                ReferenceValues.fresh(ids::next)
                                        .rows(tx.organisation().value())),
                new MemberNames(sync)::write);
        routes = Routes.all(
                new HealthHandlers(database),
                new MetricsHandlers(null),
                identity,
                sync.handlers(),
                sync.snapshots(),
                new RowHandlers(database, sync, new NumberParser(NumberingPlan.shipped()), ids, clock),
                new AssignmentHandlers(database, sync, ids, clock),
                new BulkHandlers(database, sync, new NumberParser(NumberingPlan.shipped()), ids, clock),
                new HistoryHandlers(database, sync),
                new DocumentHandlers());
        http = new RunningHttp(HttpSettings.loopback(), routes, identity.authenticator());
    }

    /** The first person of the server; made when the database is empty. */
    public SignedIn operator() {
        var device = device();
        var code = identity.setUp().offer();
        if (code.isEmpty()) return signIn(OPERATOR, null, device);
        var answer = post(
                "/api/v1/auth/set-up",
                new SetUpRequest(
                        code.get(),
                        OPERATOR,
                        "Olga Opérateur",
                        "fr",
                        PASSWORD,
                        consents(),
                        new Registration(OrganisationKind.B2C, "Plateforme", null, null),
                        "Europe/Paris",
                        device));
        assertEquals(201, answer.statusCode(), answer.body());
        return signedIn(OPERATOR, read(answer, Tokens.class), device);
    }

    /** A new organisation's administrator. */
    public SignedIn organisation(String name) {
        var email = "admin-" + UUID.randomUUID() + "@example.com";
        var answer = operator()
                .post(
                        "/api/v1/organisations",
                        new Organisation.Request(
                                new Registration(OrganisationKind.B2C, name, null, null), "Europe/Paris", email));
        assertEquals(201, answer.statusCode(), answer.body());
        return accept(read(answer, Organisation.Made.class).invitation(), device());
    }

    public SignedIn member(SignedIn admin, Role... roles) {
        return accept(invite(admin, "m-" + UUID.randomUUID() + "@example.com", roles), device());
    }

    public Invitation.Made invite(SignedIn admin, String email, Role... roles) {
        var answer = admin.post("/api/v1/invitations", new Invitation.Request(email, Arrays.asList(roles), List.of()));
        assertEquals(201, answer.statusCode(), answer.body());
        return read(answer, Invitation.Made.class);
    }

    public SignedIn accept(Invitation.Made made, SignInDevice device) {
        var answer = post("/api/v1/auth/accept", acceptance(made.code(), PASSWORD, device));
        assertEquals(201, answer.statusCode(), answer.body());
        return signedIn(made.invitation().email(), read(answer, Tokens.class), device);
    }

    public static AcceptRequest acceptance(String code, String password, SignInDevice device) {
        return new AcceptRequest(code, "Marie Curie", "fr", password, consents(), device);
    }

    public SignedIn signIn(String email, @Nullable UUID organisation, SignInDevice device) {
        var answer = trySignIn(email, PASSWORD, organisation, device);
        assertEquals(200, answer.statusCode(), answer.body());
        var tokens = Objects.requireNonNull(read(answer, SignInAnswer.class).tokens());
        return signedIn(email, tokens, device);
    }

    public HttpResponse<String> trySignIn(
            String email, String password, @Nullable UUID organisation, SignInDevice device) {
        return post("/api/v1/auth/sign-in", new SignInRequest(email, password, organisation, device));
    }

    public HttpResponse<String> post(String path, Object body) {
        return http.post(path, Json.MAPPER.writeValueAsString(body));
    }

    private SignedIn signedIn(String email, Tokens tokens, SignInDevice device) {
        return new SignedIn(http, email, tokens, device);
    }

    public static SignInDevice device() {
        return new SignInDevice(UUID.randomUUID(), "Poste de Marie");
    }

    public static List<Consent> consents() {
        return List.of(
                new Consent(ConsentDocument.TERMS, "2026-11", true),
                new Consent(ConsentDocument.PRIVACY, "2026-11", true),
                new Consent(ConsentDocument.MARKETING, "2026-11", false));
    }

    public static <T> T read(HttpResponse<String> answer, Class<T> type) {
        return Json.MAPPER.readValue(answer.body(), type);
    }

    public static String code(HttpResponse<String> problem) {
        return Json.MAPPER.readTree(problem.body()).path("code").stringValue("");
    }

    @Override
    public void close() {
        http.close();
        identity.close();
    }
}

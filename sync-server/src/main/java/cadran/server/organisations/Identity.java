package cadran.server.organisations;

import cadran.model.ids.UuidV7;
import cadran.server.audit.Actor;
import cadran.server.audit.AuditLog;
import cadran.server.auth.AccessTokens;
import cadran.server.auth.ApiKeyHandlers;
import cadran.server.auth.ApiKeys;
import cadran.server.auth.AuthHandlers;
import cadran.server.auth.CallerAuthenticator;
import cadran.server.auth.FailedSignIns;
import cadran.server.auth.OneTimeCodes;
import cadran.server.auth.PasswordCost;
import cadran.server.auth.PasswordHasher;
import cadran.server.auth.Passwords;
import cadran.server.auth.Secrets;
import cadran.server.auth.Sessions;
import cadran.server.auth.SignIn;
import cadran.server.auth.SignInLimits;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.keys.TokenSigner;
import cadran.server.users.Consents;
import cadran.server.users.FoundingMembers;
import cadran.server.users.InvitationHandlers;
import cadran.server.users.Invitations;
import cadran.server.users.Joining;
import cadran.server.users.MeHandlers;
import cadran.server.users.Members;
import cadran.server.users.OperatorHandlers;
import cadran.server.users.Operators;
import cadran.server.users.PasswordResets;
import cadran.server.users.TeamHandlers;
import cadran.server.users.Teams;
import cadran.server.users.UserHandlers;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Everything about people, wired by hand: accounts, sessions, members, organisations, and the log of what they did. */
public final class Identity implements AutoCloseable {
    private final CallerAuthenticator authenticator;
    private final PasswordHasher hasher;
    private final AuthHandlers auth;
    private final ApiKeyHandlers apiKeys;
    private final UserHandlers users;
    private final InvitationHandlers invitations;
    private final TeamHandlers teams;
    private final MeHandlers me;
    private final OrganisationHandlers organisations;
    private final OperatorHandlers operators;
    private final AuditHandlers auditLog;
    private final FailedSignIns failures;
    private final SetUp setUp;
    private final LocalAdministrator localAdministrator;
    private final Runnable purge;

    /**
     * @param idleTime after which a device that was not heard of must sign in again
     * @param referenceValues writes what every new organisation begins with, in the transaction it is given
     * @param memberNames tells everybody who the members are, in the transaction it is given
     */
    public Identity(
            Database database,
            InstantSource clock,
            SecureRandom random,
            TokenSigner signer,
            AuditLog audit,
            MeterRegistry metrics,
            PasswordCost cost,
            Duration idleTime,
            BiConsumer<Tx, Actor> referenceValues,
            Consumer<Tx> memberNames) {
        var ids = new UuidV7(clock, random);
        var secrets = new Secrets(random);
        var accessTokens = new AccessTokens(signer, clock);
        var codes = new OneTimeCodes(secrets, clock);
        var limits = new SignInLimits(database, clock);
        hasher = new PasswordHasher(cost, secrets);
        failures = new FailedSignIns(database, audit, metrics);
        var sessions = new Sessions(database, clock, ids, secrets, accessTokens, audit, failures, idleTime);
        var signIn = new SignIn(database, limits, hasher, sessions, failures);
        var passwords = new Passwords(database, hasher, signIn, sessions, audit);
        authenticator = new CallerAuthenticator(database, clock, accessTokens);
        auth = new AuthHandlers(database, signIn, sessions, passwords);
        apiKeys = new ApiKeyHandlers(database, new ApiKeys(clock, ids, secrets, audit));

        var consents = new Consents(clock, ids);
        var members = new Members(codes, sessions, audit, memberNames);
        var invites = new Invitations(clock, ids, codes, members, audit);
        var joining =
                new Joining(database, clock, ids, codes, signIn, passwords, sessions, consents, audit, memberNames);
        var resets = new PasswordResets(database, codes, passwords, limits, audit);
        users = new UserHandlers(database, members, sessions, resets);
        invitations = new InvitationHandlers(database, invites, joining, resets);
        teams = new TeamHandlers(database, new Teams(ids, audit));
        operators = new OperatorHandlers(new Operators(database, audit));
        me = new MeHandlers(database, members, consents);

        var beginnings = new NewOrganisations(clock, referenceValues, audit);
        var founders = new FoundingMembers(clock, audit, memberNames);
        setUp = new SetUp(database, clock, ids, codes, passwords, sessions, beginnings, founders, consents);
        organisations = new OrganisationHandlers(new Organisations(database, ids, beginnings, invites, audit), setUp);
        auditLog = new AuditHandlers(database, audit);
        localAdministrator = new LocalAdministrator(database, clock, ids, sessions, beginnings, founders);
        purge = () -> {
            limits.purge();
            database.inPlatform(codes::purge);
        };
    }

    public CallerAuthenticator authenticator() {
        return authenticator;
    }

    public PasswordHasher hasher() {
        return hasher;
    }

    public AuthHandlers auth() {
        return auth;
    }

    public ApiKeyHandlers apiKeys() {
        return apiKeys;
    }

    public UserHandlers users() {
        return users;
    }

    public InvitationHandlers invitations() {
        return invitations;
    }

    public TeamHandlers teams() {
        return teams;
    }

    public MeHandlers me() {
        return me;
    }

    public OrganisationHandlers organisations() {
        return organisations;
    }

    public OperatorHandlers operators() {
        return operators;
    }

    public AuditHandlers auditLog() {
        return auditLog;
    }

    public SetUp setUp() {
        return setUp;
    }

    public LocalAdministrator localAdministrator() {
        return localAdministrator;
    }

    /** Once a day: forgets limits and codes that are over. */
    public void purge() {
        purge.run();
    }

    /** Before the database closes: what is still to be told about failures is told. */
    @Override
    public void close() {
        failures.close();
    }
}

package cadran.server.auth;

import cadran.model.ids.UserId;
import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.server.audit.Actor;
import cadran.server.auth.BearerText.Kind;
import cadran.server.auth.StandingStore.OfKey;
import cadran.server.db.Database;
import cadran.server.http.Authenticator;
import cadran.server.http.Caller;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who calls, from an access token or an API key. Nothing is kept between requests: one indexed query each time, and a
 * revoked session, a deactivated member or a suspended organisation ends with the request before.
 */
public final class CallerAuthenticator implements Authenticator {
    private static final String API_KEY = "cdr_";
    /** Written seldom, because each write waits for the disk. */
    private static final Duration KEY_USE_NOTED_EVERY = Duration.ofMinutes(5);

    private final Database database;
    private final InstantSource clock;
    private final AccessTokens accessTokens;
    private final StandingStore standings = new StandingStore();
    private final ApiKeyStore keys = new ApiKeyStore();

    public CallerAuthenticator(Database database, InstantSource clock, AccessTokens accessTokens) {
        this.database = database;
        this.clock = clock;
        this.accessTokens = accessTokens;
    }

    @Override
    public Caller authenticate(String token) {
        return token.startsWith(API_KEY) ? ofApiKey(token) : ofAccessToken(token);
    }

    private Caller ofAccessToken(String token) {
        var claims = accessTokens.read(token);
        var found = database.glance(
                        claims.organisation(),
                        tx -> standings.ofSession(tx, claims.session(), claims.user(), clock.instant()))
                .orElseThrow(() -> Standing.ended().asException());
        require(found.standing());
        return new Caller(
                claims.organisation(),
                Actor.of(claims.user(), found.device()),
                found.standing().permissions());
    }

    private Caller ofApiKey(String token) {
        var shown = BearerText.parse(Kind.API_KEY, token).orElseThrow(CallerAuthenticator::unknownKey);
        var now = clock.instant();
        var found = database.glance(shown.organisation(), tx -> standings.ofKey(tx, shown.id(), now))
                .filter(key -> Secrets.same(key.secretHash(), shown.hash()))
                .orElseThrow(CallerAuthenticator::unknownKey);
        require(found.maker());
        if (found.usedAt().plus(KEY_USE_NOTED_EVERY).isBefore(now)) {
            database.inOrganisation(shown.organisation(), tx -> keys.noteUse(tx, shown.id(), now));
        }
        UserId maker = found.maker().user();
        return new Caller(shown.organisation(), new Actor(maker, null, shown.id()), permissions(found));
    }

    /** Never more than its maker may today: a key must not outlive a right that was taken away. */
    private static Set<Permission> permissions(OfKey key) {
        var permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(key.permissions());
        permissions.retainAll(key.maker().permissions());
        return permissions;
    }

    private static void require(Standing standing) {
        standing.problem().ifPresent(problem -> {
            throw problem.asException();
        });
    }

    private static ProblemException unknownKey() {
        return Problem.of("auth.key_unknown").asException();
    }
}

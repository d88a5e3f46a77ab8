package cadran.server.auth;

import cadran.model.auth.DeviceSession;
import cadran.model.auth.SignInDevice;
import cadran.model.auth.Tokens;
import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.ids.UuidV7;
import cadran.model.problem.Problem;
import cadran.server.audit.Actor;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.auth.BearerText.Kind;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * Devices that are signed in, and the chain of tokens by which each stays so. A refresh token works once. It may be
 * shown again as long as nothing that it gave was used, because an answer can get lost and two requests can cross;
 * whatever else comes twice was copied by somebody, and ends the session.
 */
public final class Sessions {
    private static final Duration USED_TOKENS_REMEMBERED = Duration.ofDays(30);
    private static final int COPIES_OF_A_LOST_ANSWER = 20;

    private final Database database;
    private final InstantSource clock;
    private final UuidV7 ids;
    private final Secrets secrets;
    private final AccessTokens accessTokens;
    private final AuditLog audit;
    private final FailedSignIns failures;
    private final Duration idleTime;
    private final SessionStore sessions = new SessionStore();
    private final RefreshTokenStore tokens = new RefreshTokenStore();
    private final StandingStore standings = new StandingStore();

    public Sessions(
            Database database,
            InstantSource clock,
            UuidV7 ids,
            Secrets secrets,
            AccessTokens accessTokens,
            AuditLog audit,
            FailedSignIns failures,
            Duration idleTime) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.secrets = secrets;
        this.accessTokens = accessTokens;
        this.audit = audit;
        this.failures = failures;
        this.idleTime = idleTime;
    }

    /** Signs the device in anew; an earlier session of the same person on it is over. */
    public OpenedSession open(Tx tx, Account account, SignInDevice device, String address) {
        var now = clock.instant();
        var name = BoundedText.require(device.name(), 100, "device.name");
        sessions.revokeDevice(tx, account.id(), device.id(), now);
        var session = new Session(
                ids.next(),
                account.id(),
                device.id(),
                name,
                address,
                now,
                now,
                now.plus(idleTime),
                account.epoch(),
                0,
                null);
        sessions.insert(tx, session);
        audit.append(
                tx,
                actor(session),
                "session.opened",
                "session",
                session.id().toString(),
                AuditDetails.none().with("device", name));
        return issue(tx, session, 0);
    }

    public Tokens refresh(String refreshToken, String address) {
        var shown = BearerText.parse(Kind.REFRESH, refreshToken)
                .orElseThrow(() -> Standing.ended().asException());
        return switch (database.inOrganisation(shown.organisation(), tx -> refresh(tx, shown, address))) {
            case Refreshed(var next) -> tokens(next);
            case Refused(var problem) -> {
                failures.count("refresh", problem.code());
                throw problem.asException();
            }
        };
    }

    /** A value and not an exception, because ending a session for reuse must be committed. */
    private sealed interface Outcome {}

    private record Refreshed(OpenedSession session) implements Outcome {}

    private record Refused(Problem problem) implements Outcome {}

    private Outcome refresh(Tx tx, BearerText shown, String address) {
        var now = clock.instant();
        var found = sessions.lock(tx, shown.id());
        var token = tokens.find(tx, shown.id(), shown.hash());
        // A wrong secret is no alarm, or whoever knows a session's id could end it.
        if (found.isEmpty() || token.isEmpty()) return new Refused(Standing.ended());
        var session = found.get();
        var standing = standings.ofSession(tx, session.id(), session.user(), now);
        if (standing.isEmpty()) return new Refused(Standing.ended());
        var problem = standing.get().standing().problem();
        if (problem.isPresent()) return new Refused(problem.get());

        long generation = token.get().generation();
        boolean first = generation == session.generation();
        boolean again = generation == session.generation() - 1 && token.get().used();
        if (!first && !again) {
            sessions.revoke(tx, session.user(), session.id(), now);
            note(tx, session, "session.reuse_detected", address);
            return new Refused(Problem.of("auth.token_reused"));
        }
        if (first) {
            tokens.markUsed(tx, session.id(), shown.hash(), now);
            tokens.forget(tx, session.id(), generation, now.minus(USED_TOKENS_REMEMBERED));
        } else {
            int copies = tokens.countOf(tx, session.id(), session.generation());
            if (copies >= COPIES_OF_A_LOST_ANSWER) return new Refused(SignInLimits.tooMany(Duration.ofMinutes(1)));
            // Told with the last copy that is given, and so once.
            if (copies == COPIES_OF_A_LOST_ANSWER - 1) note(tx, session, "session.refresh_limited", address);
        }
        long next = generation + 1;
        sessions.advance(tx, session, next, now, now.plus(idleTime), address);
        return new Refreshed(issue(tx, session, next));
    }

    private void note(Tx tx, Session session, String action, String address) {
        var details = AuditDetails.none().with("address", address);
        audit.append(tx, actor(session), action, "session", session.id().toString(), details);
    }

    private OpenedSession issue(Tx tx, Session session, long generation) {
        var refresh = new BearerText(Kind.REFRESH, tx.organisation(), session.id(), secrets.token());
        tokens.insert(tx, session.id(), refresh.hash(), generation, clock.instant());
        return new OpenedSession(tx.organisation(), session.user(), session.id(), refresh.text());
    }

    /** Outside of transactions. */
    public Tokens tokens(OpenedSession opened) {
        var access =
                accessTokens.issue(new AccessTokens.Claims(opened.user(), opened.organisation(), opened.session()));
        return new Tokens(
                access.text(),
                access.until(),
                opened.refreshToken(),
                opened.session(),
                opened.user().value(),
                opened.organisation().value());
    }

    /** The devices of a member; {@code current} is the one that asks. */
    public List<DeviceSession> list(Tx tx, UserId user, Actor asking) {
        return sessions.live(tx, user, clock.instant()).stream()
                .map(session -> new DeviceSession(
                        session.id(),
                        session.deviceName(),
                        session.address(),
                        session.createdAt(),
                        session.seenAt(),
                        user.equals(asking.user()) && isOn(session, asking)))
                .toList();
    }

    private static boolean isOn(Session session, Actor asking) {
        return asking.device() != null
                && session.deviceId().equals(asking.device().value());
    }

    public void revoke(Tx tx, UserId user, UUID session, Actor by) {
        if (sessions.revoke(tx, user, session, clock.instant()) == 0) {
            throw Problem.of("row.not_found").asException();
        }
        audit.append(
                tx,
                by,
                "session.revoked",
                "session",
                session.toString(),
                AuditDetails.none().with("user", user.value()));
    }

    void signOut(Tx tx, Person person, Actor by) {
        sessions.revokeDevice(tx, person.user(), person.device().value(), clock.instant());
        audit.append(tx, by, "session.signed_out", "device", person.device().toString(), AuditDetails.none());
    }

    public void revokeAll(Tx tx, UserId user) {
        sessions.revokeAll(tx, user, clock.instant());
    }

    /** Keeps the person's device signed in through the replacement of a password just before. */
    void carryOver(Tx tx, Person person) {
        sessions.carryOver(tx, person.user(), person.device().value());
    }

    private static Actor actor(Session session) {
        return Actor.of(session.user(), new DeviceId(session.deviceId()));
    }
}

package cadran.server.auth;

import cadran.model.ids.UuidV7;
import cadran.model.organisations.ApiKey;
import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.auth.BearerText.Kind;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Keys of third programs: made by a person, with no more rights than that person has, and with an end. */
public final class ApiKeys {
    private static final Duration LONGEST_LIFE = Duration.ofDays(731);
    private static final int LONGEST_NAME = 100;

    private final InstantSource clock;
    private final UuidV7 ids;
    private final Secrets secrets;
    private final AuditLog audit;
    private final ApiKeyStore store = new ApiKeyStore();

    public ApiKeys(InstantSource clock, UuidV7 ids, Secrets secrets, AuditLog audit) {
        this.clock = clock;
        this.ids = ids;
        this.secrets = secrets;
        this.audit = audit;
    }

    List<ApiKey> list(Tx tx) {
        return store.list(tx);
    }

    ApiKey.Made make(Tx tx, Caller by, ApiKey.Request request) {
        var maker = Person.of(by);
        var name = BoundedText.require(request.name(), LONGEST_NAME, "name");
        var permissions =
                List.copyOf(CodeList.read(Permission.class, CodeList.write(Permission.class, request.permissions())));
        requireOwn(by, permissions);
        requireEnd(request.expiresAt());
        var key = new ApiKey(
                ids.next(), name, permissions, maker.user().value(), clock.instant(), request.expiresAt(), null);
        var secret = new BearerText(Kind.API_KEY, tx.organisation(), key.id(), secrets.token());
        store.insert(tx, key, secret.hash());
        audit.append(
                tx,
                by.actor(),
                "api_key.made",
                "api_key",
                key.id().toString(),
                AuditDetails.none()
                        .with("name", name)
                        .with("permissions", CodeList.write(Permission.class, permissions))
                        .with("expires", key.expiresAt()));
        return new ApiKey.Made(key, secret.text());
    }

    void revoke(Tx tx, Caller by, UUID id) {
        var key =
                store.find(tx, id).orElseThrow(() -> Problem.of("row.not_found").asException());
        store.revoke(tx, id, clock.instant());
        audit.append(
                tx,
                by.actor(),
                "api_key.revoked",
                "api_key",
                id.toString(),
                AuditDetails.none().with("name", key.name()));
    }

    /** The platform is operated by people. */
    private static void requireOwn(Caller by, List<Permission> permissions) {
        if (permissions.isEmpty()) {
            throw Problem.of("field.required").at("permissions").asException();
        }
        for (Permission permission : permissions) {
            if (!by.may(permission) || permission == Permission.PLATFORM_OPERATE) {
                throw Problem.of("right.not_yours")
                        .with("right", permission)
                        .at("permissions")
                        .asException();
            }
        }
    }

    private void requireEnd(Instant end) {
        var now = clock.instant();
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_LIFE))) {
            throw Problem.of("field.out_of_range")
                    .with("max", now.plus(LONGEST_LIFE))
                    .at("expiresAt")
                    .asException();
        }
    }
}

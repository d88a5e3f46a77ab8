package cadran.server.auth;

import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.model.problem.Problem;
import cadran.server.keys.TokenSigner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The short-lived proof of a session. What its member may do is not in it; that is read at each request. */
public final class AccessTokens {
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final String AUDIENCE = "access";

    private final TokenSigner signer;
    private final InstantSource clock;

    public AccessTokens(TokenSigner signer, InstantSource clock) {
        this.signer = signer;
        this.clock = clock;
    }

    record Issued(String text, Instant until) {}

    record Claims(UserId user, OrganisationId organisation, UUID session) {}

    Issued issue(Claims claims) {
        var until = clock.instant().plus(LIFE);
        var text = signer.sign(
                AUDIENCE,
                LIFE,
                Map.of(
                        "sub", claims.user().toString(),
                        "org", claims.organisation().toString(),
                        "sid", claims.session().toString()));
        return new Issued(text, until);
    }

    /** Throws a problem {@code auth.…} for whatever this server did not sign or whose time is over. */
    Claims read(String token) {
        var claims = signer.verify(AUDIENCE, token);
        return new Claims(new UserId(id(claims, "sub")), new OrganisationId(id(claims, "org")), id(claims, "sid"));
    }

    private static UUID id(JsonNode claims, String name) {
        try {
            return UUID.fromString(claims.path(name).stringValue(""));
        } catch (IllegalArgumentException notOurs) {
            throw Problem.of("auth.invalid").asException();
        }
    }
}

package cadran.server.keys;

import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes and checks tokens: compact JWS, EdDSA, nothing else. The header is compared, never interpreted, so no token
 * can choose its algorithm.
 */
public final class TokenSigner {
    private static final String ISSUER = "cadran";
    private static final int LONGEST = 4096;

    /** How far the clocks of two nodes may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final SigningKeys keys;
    private final InstantSource clock;
    private final KnownSignatures known = new KnownSignatures();

    public TokenSigner(SigningKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The audience says what the token is for; one made for something else is refused. */
    public String sign(String audience, Duration life, Map<String, String> claims) {
        var key = keys.active();
        Instant now = clock.instant();
        var payload = JsonNodeFactory.instance.objectNode();
        claims.forEach(payload::put);
        payload.put("iss", ISSUER);
        payload.put("aud", audience);
        payload.put("iat", now.getEpochSecond());
        payload.put("exp", now.plus(life).getEpochSecond());
        var signed = encode(header(key.kid())) + "." + encode(Json.MAPPER.writeValueAsBytes(payload));
        var signer = new Ed25519Signer();
        signer.init(true, key.privateKey());
        var bytes = signed.getBytes(StandardCharsets.US_ASCII);
        signer.update(bytes, 0, bytes.length);
        return signed + "." + encode(signer.generateSignature());
    }

    /** The claims of a token that is good now; else a problem {@code auth.…}. */
    public JsonNode verify(String audience, String token) {
        var parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) throw invalid();
        var key = keys.byId(kid(decode(parts[0]))).orElseThrow(TokenSigner::invalid);
        if (!known.contains(token)) {
            requireSigned(key, parts);
            known.add(token);
        }
        var claims = Json.MAPPER.readTree(decode(parts[1]));
        requireClaims(claims, audience);
        return claims;
    }

    private static void requireSigned(SigningKey key, String[] parts) {
        var signer = new Ed25519Signer();
        signer.init(false, key.publicKey());
        var bytes = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        signer.update(bytes, 0, bytes.length);
        if (!signer.verifySignature(decode(parts[2]))) throw invalid();
    }

    private void requireClaims(JsonNode claims, String audience) {
        boolean ours = ISSUER.equals(text(claims, "iss")) && audience.equals(text(claims, "aud"));
        if (!ours) throw invalid();
        Instant now = clock.instant();
        if (!now.isBefore(Instant.ofEpochSecond(claims.path("exp").longValue(0)))) {
            throw Problem.of("auth.expired").asException();
        }
        if (Instant.ofEpochSecond(claims.path("iat").longValue(0)).isAfter(now.plus(SKEW))) throw invalid();
    }

    private static @Nullable String text(JsonNode claims, String name) {
        return claims.path(name).stringValue(null);
    }

    private static byte[] header(String kid) {
        return ("{\"alg\":\"EdDSA\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    private static String kid(byte[] header) {
        try {
            var kid = Json.MAPPER.readTree(header).path("kid").stringValue("");
            if (java.util.Arrays.equals(header, header(kid))) return kid;
        } catch (JacksonException | NumberFormatException notJson) {
            throw invalid();
        }
        throw invalid();
    }

    /** A token has one spelling: the bits that the last character of a part does not need are zero. */
    private static byte[] decode(String part) {
        try {
            var bytes = Base64.getUrlDecoder().decode(part);
            if (encode(bytes).equals(part)) return bytes;
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        throw invalid();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ProblemException invalid() {
        return Problem.of("auth.invalid").asException();
    }
}

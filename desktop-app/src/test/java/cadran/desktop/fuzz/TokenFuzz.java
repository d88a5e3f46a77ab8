package cadran.desktop.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** What stands behind "Bearer": none that was altered gets in. */
final class TokenFuzz {
    private static final String PATH = "api/v1/sync/changes";
    /** No HTTP client sends others in a header. */
    private static final String NOT_IN_HEADERS = "[^\\x20-\\x7e]";

    private final Random random;
    private final Mutation mutation;

    private TokenFuzz(long seed) {
        random = new Random(seed);
        mutation = new Mutation(random);
    }

    static int run(Target target, long seed, int inputs) throws InterruptedException {
        return Senders.run(seed, inputs, (own, some) -> new TokenFuzz(own).send(target, some));
    }

    private int send(Target target, int inputs) {
        var good = target.signIn();
        for (int i = 0; i < inputs; i++) {
            var original = random.nextInt(4) == 0 ? good.refreshToken() : good.accessToken();
            var token = altered(original);
            var request = target.request(PATH, "Bearer " + token).build();
            var answer = target.send(request);
            if (Senders.accepted(answer.statusCode(), answer.body(), token)
                    && !token.strip().equals(good.accessToken())) {
                throw new IllegalStateException("it let in " + token);
            }
        }
        return 0;
    }

    /** As text, or one of its parts decoded, altered and encoded again. */
    private String altered(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length == 3 && random.nextBoolean()) {
            int part = random.nextInt(3);
            var bytes = mutation.of(Base64.getUrlDecoder().decode(parts[part]));
            parts[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return String.join(".", parts);
        }
        var bytes = mutation.of(token.getBytes(StandardCharsets.US_ASCII));
        return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll(NOT_IN_HEADERS, "");
    }
}

package cadran.server.http;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP side needs to know.
 *
 * @param bodyTime how long a request's body may take to arrive as a whole
 * @param metricsToken what a collector must send as a bearer token; null lets anybody read the metrics
 */
public record HttpSettings(
        String bind,
        int port,
        @Nullable Path tlsCertificate,
        @Nullable Path tlsKey,
        int maxBody,
        Duration bodyTime,
        Duration stopTime,
        @Nullable String metricsToken) {
    public static HttpSettings loopback() {
        return new HttpSettings(
                "127.0.0.1", 0, null, null, 8 << 20, Duration.ofSeconds(30), Duration.ofSeconds(8), null);
    }
}

package cadran.server.http;

import java.util.Map;

/** An answer is data: nothing may sniff, frame, cache or run it. A handler of a page may replace single ones. */
final class SecurityHeaders {
    static final Map<String, String> VALUES = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    static final String STRICT_TRANSPORT = "max-age=31536000";

    private SecurityHeaders() {}
}

package cadran.server.http;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.javalin.http.Context;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server measures, for Prometheus: counts and times, no name and no id of anybody. */
public final class MetricsHandlers {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final @Nullable String token;

    /** A token guards them where the port is open to others than the collector. */
    public MetricsHandlers(@Nullable String token) {
        this.token = token;
        List.<MeterBinder>of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    public MicrometerMetricsTrackerFactory pool() {
        return new MicrometerMetricsTrackerFactory(registry);
    }

    public void scrape(Context request) {
        if (token != null && !isToken(request.header("Authorization"), token)) {
            throw HttpProblem.of(401, "auth.required").header("WWW-Authenticate", "Bearer");
        }
        request.result(registry.scrape());
    }

    private static boolean isToken(@Nullable String header, String token) {
        return header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }
}

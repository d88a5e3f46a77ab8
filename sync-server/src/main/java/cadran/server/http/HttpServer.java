package cadran.server.http;

import cadran.model.problem.Problem;
import cadran.server.settings.WrongSettings;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.json.JavalinJackson3;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Set;

/** Javalin on virtual threads, with the same checks before every route. */
public final class HttpServer {
    private static final Set<HandlerType> WITH_BODY = Set.of(HandlerType.POST, HandlerType.PUT, HandlerType.PATCH);
    private static final String BEARER = "Bearer ";

    private final HttpSettings settings;
    private final List<Route> routes;
    private final Authenticator authenticator;
    private final RequestLog requests;
    private final Javalin javalin;

    public HttpServer(HttpSettings settings, List<Route> routes, Authenticator authenticator, MeterRegistry metrics) {
        this.settings = settings;
        this.routes = routes;
        this.authenticator = authenticator;
        this.requests = new RequestLog(metrics);
        this.javalin = Javalin.create(this::configure);
    }

    /** Returns the port it listens on. */
    public int start() {
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            throw WrongSettings.of(
                    "CADRAN_PORT, CADRAN_BIND",
                    "can't listen on " + settings.bind() + ":" + settings.port() + ": " + reason(taken));
        }
        return javalin.port();
    }

    /** What the system says; Javalin takes every failure for a port in use. */
    private static String reason(JavalinBindException failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) deepest = deepest.getCause();
        return deepest instanceof UnresolvedAddressException ? "no such address" : String.valueOf(deepest.getMessage());
    }

    /** Takes no new requests, lets those in flight finish, then returns. */
    public void stop() {
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = settings.maxBody();
        config.jsonMapper(new JavalinJackson3(JsonBody.STRICT, true));
        config.appData(RequestBody.LIMITS, new RequestBody.Limits(settings.maxBody(), settings.bodyTime()));
        config.requestLogger.http(requests::end);
        Connectors.configure(config.jetty, settings);
        config.routes.before(this::begin);
        routes.forEach(route -> register(config, route));
        Failures.register(config);
    }

    private void register(JavalinConfig config, Route route) {
        config.routes.addHttpHandler(route.method(), route.path(), request -> answer(route, request));
        if (route.method().equals(HandlerType.GET)) {
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), request -> answer(route, request));
        }
    }

    private void begin(Context request) {
        RequestLog.begin(request);
        SecurityHeaders.VALUES.forEach(request::header);
        if (settings.tlsKey() != null) request.header("Strict-Transport-Security", SecurityHeaders.STRICT_TRANSPORT);
        SafeText.require(request.path(), "path");
        request.queryParamMap().forEach((name, values) -> {
            SafeText.require(name, "query");
            values.forEach(value -> SafeText.require(value, name));
        });
    }

    private void answer(Route route, Context request) throws Exception {
        RequestLog.matched(request, route);
        var caller = caller(route, request);
        RequestLog.by(request, caller);
        MediaTypes.requireAcceptable(request.header("Accept"), route.produces());
        if (WITH_BODY.contains(route.method()) && hasBody(request)) {
            MediaTypes.requireSupported(request.contentType(), route.consumes());
        }
        request.contentType(route.produces());
        route.handler().handle(request, caller);
    }

    private static boolean hasBody(Context request) {
        return request.req().getContentLengthLong() > 0 || request.header("Transfer-Encoding") != null;
    }

    /** Nobody is let through who isn't named here: public routes get a caller that may do nothing. */
    private Caller caller(Route route, Context request) {
        return switch (route.access()) {
            case Access.Open open when open == Access.Open.PUBLIC -> Anonymous.CALLER;
            case Access.Open signedIn -> authenticated(request);
            case Access.Needs needs -> {
                var caller = authenticated(request);
                caller.require(needs.permission());
                yield caller;
            }
        };
    }

    private Caller authenticated(Context request) {
        var header = request.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Problem.of("auth.required").asException();
        }
        return authenticator.authenticate(header.substring(BEARER.length()).strip());
    }
}

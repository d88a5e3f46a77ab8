package cadran.server.http;

import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure of a request becomes a problem here, and only here. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Failures() {}

    static void register(JavalinConfig config) {
        config.router.javaLangErrorHandler(Failures::broken);
        var routes = config.routes;
        routes.exception(ProblemException.class, (failure, request) -> expected(request, failure.problem()));
        routes.exception(HttpProblem.class, (failure, request) -> {
            failure.headers().forEach(request::header);
            answer(request, failure.status(), failure.problem(), null);
        });
        routes.exception(HttpResponseException.class, (failure, request) -> {
            if (failure instanceof MethodNotAllowedResponse) {
                request.header("Allow", failure.getDetails().getOrDefault("availableMethods", ""));
            }
            answer(request, failure.getStatus(), Problem.of(codeOf(failure.getStatus())), null);
        });
        routes.exception(EofException.class, (gone, request) -> log.debug("The client went away", gone));
        routes.exception(Exception.class, (failure, request) -> unexpected(request, failure));
    }

    private static void expected(Context request, Problem problem) {
        int status = ProblemStatus.of(problem);
        if (status == 401) request.header("WWW-Authenticate", "Bearer");
        var seconds = problem.args().get("seconds");
        if (status == 429 && seconds != null) request.header("Retry-After", seconds);
        answer(request, status, problem, null);
    }

    /** The one place where a bug is logged; the code in the answer finds it there. */
    private static void unexpected(Context request, Throwable failure) {
        var support = supportCode();
        log.atError()
                .addKeyValue("support", support)
                .addKeyValue("route", RequestLog.routeOf(request))
                .log("Unexpected failure " + support, failure);
        answer(request, 500, Problem.of("server.unexpected"), support);
    }

    /** Out of stack or memory: the request is lost, the server goes on. */
    private static void broken(HttpServletResponse response, Error failure) {
        var support = supportCode();
        log.atError().addKeyValue("support", support).log("Unexpected failure " + support, failure);
        response.setStatus(500);
        response.setContentType(ProblemWriter.MEDIA_TYPE);
        try {
            response.getOutputStream().write(ProblemWriter.write(500, Problem.of("server.unexpected"), support));
        } catch (IOException gone) {
            log.debug("The client went away", gone);
        }
    }

    private static String supportCode() {
        var bytes = new byte[5];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static void answer(Context request, int status, Problem problem, @Nullable String support) {
        request.status(status);
        request.contentType(ProblemWriter.MEDIA_TYPE);
        request.result(ProblemWriter.write(status, problem, support));
    }

    static String codeOf(int status) {
        return switch (status) {
            case 404 -> "http.not_found";
            case 405 -> "http.method_not_allowed";
            case 408 -> "http.body_timeout";
            case 413 -> "http.body_too_large";
            case 414 -> "http.uri_too_long";
            case 415 -> "http.unsupported_media_type";
            case 431 -> "http.headers_too_large";
            case 501, 505 -> "http.bad_request";
            case 503 -> "http.stopping";
            default -> status >= 500 ? "server.unexpected" : "http.bad_request";
        };
    }
}

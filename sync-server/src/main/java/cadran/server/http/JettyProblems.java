package cadran.server.http;

import cadran.model.problem.Problem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty refuses before a route is found (a bad line, too many headers) is a problem like any other. */
final class JettyProblems extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemWriter.MEDIA_TYPE);
        SecurityHeaders.VALUES.forEach((name, value) -> response.getHeaders().put(name, value));
        var body = ProblemWriter.write(status, Problem.of(Failures.codeOf(status)), null);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}

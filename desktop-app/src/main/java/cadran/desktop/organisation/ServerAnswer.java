package cadran.desktop.organisation;

import cadran.model.problem.Problem;
import cadran.model.wire.Json;
import java.io.IOException;
import java.util.Objects;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A call's answer, or the problem that came instead of it. Waits, so it is asked in the background. */
final class ServerAnswer {
    /** No answer came: no network, or no server at the other end. */
    static final String OFFLINE = "server.offline";

    private ServerAnswer() {}

    static <T> T of(Call<T> call) {
        return Objects.requireNonNull(good(call).body(), "an answer without a body");
    }

    /** For answers without a body. */
    static boolean done(Call<Void> call) {
        return good(call).isSuccessful();
    }

    private static <T> Response<T> good(Call<T> call) {
        Response<T> response;
        try {
            response = call.execute();
        } catch (IOException e) {
            throw Problem.of(OFFLINE).asException();
        }
        if (!response.isSuccessful()) {
            throw problem(response.code(), response.errorBody()).asException();
        }
        return response;
    }

    /** Something between us and the server, such as a proxy, may answer with anything. */
    private static Problem problem(int status, @Nullable ResponseBody body) {
        var unreadable = Problem.of("server.strange_answer").with("status", status);
        if (body == null) {
            return unreadable;
        }
        try {
            var node = Json.MAPPER.readTree(body.string());
            if (!node.path("code").isString()) {
                return unreadable;
            }
            var problem = Problem.of(node.path("code").asString());
            for (var arg : node.path("args").properties()) {
                problem = problem.with(arg.getKey(), arg.getValue().asString());
            }
            problem = withSupport(problem, node.path("support"));
            return node.path("field").isString() ? problem.at(node.path("field").asString()) : problem;
        } catch (IOException | JacksonException e) {
            return unreadable;
        }
    }

    private static Problem withSupport(Problem problem, JsonNode support) {
        return support.isString() ? problem.with("support", support.asString()) : problem;
    }
}

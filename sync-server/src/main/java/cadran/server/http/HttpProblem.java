package cadran.server.http;

import cadran.model.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** A problem of HTTP itself, with the status and the headers that belong to it. */
public final class HttpProblem extends RuntimeException {
    private final int status;
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private HttpProblem(int status, Problem problem, Map<String, String> headers) {
        super(problem.code(), null, false, false);
        this.status = status;
        this.problem = problem;
        this.headers = headers;
    }

    public static HttpProblem of(int status, String code) {
        return new HttpProblem(status, Problem.of(code), Map.of());
    }

    public static HttpProblem of(int status, Problem problem) {
        return new HttpProblem(status, problem, Map.of());
    }

    public HttpProblem header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpProblem(status, problem, more);
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}

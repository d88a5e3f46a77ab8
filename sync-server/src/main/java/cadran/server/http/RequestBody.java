package cadran.server.http;

import cadran.model.problem.Problem;
import io.javalin.config.Key;
import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * The body of a request, with an end: a limit of bytes, and a time by which it must be there however slowly it drips.
 * What is too large is read away, within bounds, because a client that still writes would not see the answer.
 */
public final class RequestBody extends FilterInputStream {
    record Limits(int maxBytes, Duration time) {}

    static final Key<Limits> LIMITS = new Key<>("request-body-limits");
    private static final long DRAINED_AT_MOST = 32L << 20;

    private final long maxBytes;
    private final long deadline;
    private long count;

    private RequestBody(InputStream in, long maxBytes, Duration time) {
        super(in);
        this.maxBytes = maxBytes;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /** For streaming; {@code maxBytes} may be more than a JSON body may have. */
    public static RequestBody open(Context request, long maxBytes) throws IOException {
        var body = new RequestBody(
                request.req().getInputStream(),
                maxBytes,
                request.appData(LIMITS).time());
        if (request.req().getContentLengthLong() > maxBytes) throw body.tooLarge();
        return body;
    }

    static byte[] read(Context request) throws IOException {
        try (var body = open(request, request.appData(LIMITS).maxBytes())) {
            return body.readAllBytes();
        }
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int read = readInTime(bytes, offset, length);
        count += Math.max(read, 0);
        if (count > maxBytes) throw tooLarge();
        return read;
    }

    private int readInTime(byte[] bytes, int offset, int length) {
        if (System.nanoTime() > deadline) throw tooSlow();
        try {
            return in.read(bytes, offset, length);
        } catch (IOException failure) {
            if (failure.getCause() instanceof TimeoutException) throw tooSlow();
            throw HttpProblem.of(400, "http.body_incomplete").header("Connection", "close");
        }
    }

    private HttpProblem tooLarge() {
        var scrap = new byte[1 << 16];
        for (long drained = 0; drained < DRAINED_AT_MOST; ) {
            int read = readInTime(scrap, 0, scrap.length);
            if (read < 0) break;
            drained += read;
        }
        return HttpProblem.of(413, Problem.of("http.body_too_large").with("bytes", maxBytes));
    }

    private static HttpProblem tooSlow() {
        return HttpProblem.of(408, "http.body_timeout").header("Connection", "close");
    }
}

package cadran.server.http;

import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import io.javalin.http.Context;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request to a real handler without a socket: what a handler uses of its context, and no more. */
public final class Exchange {
    private static final RequestBody.Limits LIMITS = new RequestBody.Limits(10_000_000, Duration.ofHours(1));

    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Question(
            Map<String, String> query, Map<String, String> headers, Map<String, String> path, byte[] body) {}

    /** @param failure what the server did not expect, null for none */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(
            int status,
            Map<String, String> headers,
            byte[] body,
            @Nullable Exception failure) {}

    private final Question question;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ByteArrayOutputStream streamed = new ByteArrayOutputStream();
    private byte[] result = {};
    private int status = 200;

    private Exchange(Question question) {
        this.question = question;
    }

    public static Answer of(Handler handler, Caller caller, Question question) {
        var exchange = new Exchange(question);
        try {
            handler.handle(exchange.context(), caller);
            return exchange.answer();
        } catch (ProblemException refused) {
            return problem(ProblemStatus.of(refused.problem()), refused.problem(), null);
        } catch (HttpProblem refused) {
            return problem(refused.status(), refused.problem(), null);
        } catch (Exception unexpected) {
            return problem(500, Problem.of("server.unexpected"), unexpected);
        }
    }

    public static Answer problem(int status, Problem problem, @Nullable Exception failure) {
        var headers = Map.of("Content-Type", ProblemWriter.MEDIA_TYPE);
        return new Answer(status, headers, ProblemWriter.write(status, problem, null), failure);
    }

    private Answer answer() {
        headers.putIfAbsent("Content-Type", "application/json");
        return new Answer(status, headers, result.length > 0 ? result : streamed.toByteArray(), null);
    }

    private Context context() {
        return (Context) Proxy.newProxyInstance(
                Exchange.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (self, method, arguments) -> call((Context) self, method.getName(), arguments));
    }

    private @Nullable Object call(Context self, String name, Object @Nullable [] arguments) {
        var given = arguments == null ? new Object[0] : arguments;
        return switch (name) {
            case "queryParam" -> question.query().get((String) given[0]);
            case "pathParam" -> question.path().get((String) given[0]);
            case "header" -> {
                if (given.length == 1) {
                    yield question.headers().get((String) given[0]);
                }
                headers.put((String) given[0], (String) given[1]);
                yield self;
            }
            case "status" -> {
                status = (Integer) given[0];
                yield self;
            }
            case "result" -> {
                result = (byte[]) given[0];
                yield self;
            }
            case "appData" -> LIMITS;
            case "req" -> request();
            case "res" ->
                Proxy.newProxyInstance(
                        Exchange.class.getClassLoader(),
                        new Class<?>[] {jakarta.servlet.http.HttpServletResponse.class},
                        (response, method, none) -> unknown(method.getName()));
            case "outputStream" -> output();
            default -> unknown(name);
        };
    }

    private static Object unknown(String name) {
        throw new UnsupportedOperationException("a handler uses " + name + ": teach it to " + Exchange.class);
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Exchange.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getInputStream" -> new Body(question.body());
                    case "getContentLengthLong" -> (long) question.body().length;
                    default -> unknown(method.getName());
                });
    }

    private jakarta.servlet.ServletOutputStream output() {
        return new jakarta.servlet.ServletOutputStream() {
            @Override
            public void write(int one) {
                streamed.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                streamed.write(bytes, from, count);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(jakarta.servlet.WriteListener listener) {
                Objects.requireNonNull(listener);
            }
        };
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        private Body(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] to, int from, int count) {
            return bytes.read(to, from, count);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            Objects.requireNonNull(listener);
        }
    }
}

package cadran.desktop.client;

import cadran.model.wire.OperationJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import tools.jackson.core.JacksonException;

/** One server, called as one user. Answers are values; the server's refusals are problems; the rest is {@link Unreachable}. */
public final class ServerClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** A server under load answers a big push late; one that says nothing for so long says nothing. */
    private static final Duration SILENCE = Duration.ofSeconds(60);
    /** Hints bring a heartbeat every 15 seconds. */
    private static final Duration HINT_SILENCE = Duration.ofSeconds(40);

    private static final int UNAUTHORISED = 401;
    private static final int TOO_MANY = 429;

    private final TokenSource tokens;
    private final OkHttpClient http;
    private final Retrofit retrofit;

    public ServerClient(HttpUrl server, TokenSource tokens) {
        this(server, tokens, List.of());
    }

    /** @param wire what stands between this program and the network: nothing, or a simulation's instead of it */
    public ServerClient(HttpUrl server, TokenSource tokens, List<Interceptor> wire) {
        this.tokens = tokens;
        var builder = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .addInterceptor(chain -> chain.proceed(signed(chain.request(), tokens.access())))
                .authenticator(this::renew);
        wire.forEach(builder::addInterceptor);
        http = builder.build();
        retrofit = new Retrofit.Builder()
                .baseUrl(server)
                .client(http)
                .addConverterFactory(new JsonConverter())
                .build();
    }

    public AuthApi auth() {
        return retrofit.create(AuthApi.class);
    }

    public AdminApi admin() {
        return retrofit.create(AdminApi.class);
    }

    public HistoryApi history() {
        return retrofit.create(HistoryApi.class);
    }

    public SyncApi sync() {
        return retrofit.create(SyncApi.class);
    }

    /** The same, for an answer that never ends. */
    public SyncApi hints() {
        var patient = http.newBuilder().readTimeout(HINT_SILENCE).build();
        return retrofit.newBuilder().client(patient).build().create(SyncApi.class);
    }

    /** Waits for the answer. Throws the server's problem, or {@link Unreachable}. */
    public static <T> T answer(Call<T> call) throws IOException {
        var body = whole(call).body();
        if (body == null) {
            throw new Unreachable("an empty answer");
        }
        return body;
    }

    /** For calls whose answer says nothing more than that it is done. */
    public static void done(Call<Void> call) throws IOException {
        whole(call);
    }

    private static <T> retrofit2.Response<T> whole(Call<T> call) throws IOException {
        try {
            var response = call.execute();
            if (response.isSuccessful()) {
                return response;
            }
            throw refusal(response);
        } catch (JacksonException e) {
            throw new Unreachable("not an answer of this program's server", e);
        }
    }

    private static RuntimeException refusal(retrofit2.Response<?> response) throws IOException {
        try (var body = response.errorBody()) {
            var type = body == null ? null : body.contentType();
            if (body == null || type == null || !type.subtype().equals("problem+json") || response.code() >= 500) {
                throw new Unreachable("status " + response.code());
            }
            boolean signedIn = response.raw().request().header("Authorization") != null;
            if (signedIn && response.code() == UNAUTHORISED) {
                throw new SignedOut();
            }
            if (signedIn && response.code() == TOO_MANY) {
                throw new Unreachable("too many calls");
            }
            return OperationJson.readProblem(JsonConverter.MAPPER.readTree(body.byteStream()))
                    .asException();
        }
    }

    private static Request signed(Request request, @Nullable String token) {
        return token == null
                ? request
                : request.newBuilder()
                        .header("Authorization", "Bearer " + token)
                        .build();
    }

    /** Called for each 401: once with a new token, then the answer stands. */
    private @Nullable Request renew(@Nullable Route route, Response response) throws IOException {
        if (response.code() != UNAUTHORISED || response.priorResponse() != null) {
            return null;
        }
        String sent = response.request().header("Authorization");
        String renewed = tokens.renewed(sent == null ? null : sent.substring("Bearer ".length()));
        return renewed == null ? null : signed(response.request(), renewed);
    }

    /** Forgets connections that may have died unnoticed: a laptop that slept, a network that changed. */
    public void reconnect() {
        http.connectionPool().evictAll();
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}

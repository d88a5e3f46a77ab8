package cadran.desktop.organisation;

import cadran.model.auth.AcceptRequest;
import cadran.model.auth.Consent;
import cadran.model.auth.ConsentDocument;
import cadran.model.auth.SetUpRequest;
import cadran.model.auth.SignInDevice;
import cadran.model.auth.Tokens;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Registration;
import cadran.model.organisations.Role;
import cadran.model.wire.Json;
import cadran.server.Config;
import cadran.server.Server;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** The real server in this process, with the person who set it up: operator, and administrator of "Fimainfo". */
final class TestServer implements AutoCloseable {
    static final String PASSWORD = "correct cheval pile agrafe";

    private final Server server;
    private final OkHttpClient http =
            new OkHttpClient.Builder().connectTimeout(5, TimeUnit.SECONDS).build();
    private final int port;
    private final String admin;

    interface Entrance {
        @POST("api/v1/auth/set-up")
        Call<Tokens> setUp(@Body SetUpRequest request);

        @POST("api/v1/auth/accept")
        Call<Tokens> accept(@Body AcceptRequest request);
    }

    TestServer(Path folder) {
        server = new Server(
                Config.read(
                        Map.of(
                                "CADRAN_DATA", folder.toString(),
                                "CADRAN_PORT", "0",
                                "CADRAN_HASH_MEMORY", "8192",
                                "CADRAN_HASH_PASSES", "1"),
                        folder),
                InstantSource.system());
        port = server.start();
        admin = ServerAnswer.of(connect(null)
                        .create(Entrance.class)
                        .setUp(new SetUpRequest(
                                server.setUpCode().orElseThrow(),
                                "lea@example.fr",
                                "Léa Marchand",
                                "fr",
                                PASSWORD,
                                consents(),
                                new Registration(
                                        OrganisationKind.B2B, "Fimainfo", "35600000000048", "FR39356000000"),
                                "Europe/Paris",
                                device("Poste de Léa"))))
                .accessToken();
    }

    Retrofit asAdmin() {
        return connect(admin);
    }

    OrganisationApi adminApi() {
        return asAdmin().create(OrganisationApi.class);
    }

    Invitation.Made invite(String email, Role... roles) {
        return ServerAnswer.of(
                adminApi().invite(new Invitation.Request(email, Arrays.asList(roles), List.of())));
    }

    /** A connection of the person who takes up the invitation. */
    Retrofit accept(String code, String name) {
        return connect(ServerAnswer.of(connect(null)
                        .create(Entrance.class)
                        .accept(new AcceptRequest(
                                code, name, "fr", PASSWORD, consents(), device("Poste de " + name))))
                .accessToken());
    }

    private static List<Consent> consents() {
        return List.of(
                new Consent(ConsentDocument.TERMS, ConsentDocument.TERMS.version(), true),
                new Consent(ConsentDocument.PRIVACY, ConsentDocument.PRIVACY.version(), true));
    }

    private static SignInDevice device(String name) {
        return new SignInDevice(UUID.randomUUID(), name);
    }

    private Retrofit connect(@Nullable String token) {
        return connect(token, port);
    }

    private Retrofit connect(@Nullable String token, int toPort) {
        var client = token == null
                ? http
                : http.newBuilder()
                        .addInterceptor(chain -> chain.proceed(chain.request()
                                .newBuilder()
                                .header("Authorization", "Bearer " + token)
                                .build()))
                        .build();
        return new Retrofit.Builder()
                .baseUrl("http://127.0.0.1:" + toPort + "/")
                .client(client)
                .addConverterFactory(new Bodies())
                .build();
    }

    /** Where nobody answers: no server listens on a port that was given back. */
    Retrofit nobody() throws IOException {
        try (var freed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return connect(null, freed.getLocalPort());
        }
    }

    @Override
    public void close() {
        server.close();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    private static final class Bodies extends Converter.Factory {
        private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json"));

        @Override
        public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
                Type type, Annotation[] annotations, Retrofit retrofit) {
            if (type == Void.class) {
                return null;
            }
            var reader = Json.MAPPER.readerFor(Json.MAPPER.constructType(type));
            return body -> reader.readValue(body.bytes());
        }

        @Override
        public Converter<?, RequestBody> requestBodyConverter(
                Type type, Annotation[] parameters, Annotation[] methods, Retrofit retrofit) {
            return value -> RequestBody.create(Json.MAPPER.writeValueAsBytes(value), JSON);
        }
    }
}

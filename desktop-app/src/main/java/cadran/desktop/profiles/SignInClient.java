package cadran.desktop.profiles;

import cadran.desktop.client.AuthApi;
import cadran.desktop.client.ServerClient;
import cadran.desktop.client.TokenSource;
import cadran.model.auth.AcceptRequest;
import cadran.model.auth.CodeRequest;
import cadran.model.auth.InvitationOffer;
import cadran.model.auth.Me;
import cadran.model.auth.RefreshRequest;
import cadran.model.auth.ResetRequest;
import cadran.model.auth.SetUpRequest;
import cadran.model.auth.SignInAnswer;
import cadran.model.auth.SignInDevice;
import cadran.model.auth.SignInRequest;
import cadran.model.auth.Tokens;
import java.io.IOException;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The ways into one server for somebody who is not signed in. Wrong entries are problems with their field. */
public final class SignInClient implements AutoCloseable {
    private final HttpUrl server;
    private final ServerClient client;
    private final AuthApi auth;

    /** @param typed the server's address as somebody typed it */
    public SignInClient(String typed) {
        server = ServerAddress.parse(typed);
        client = new ServerClient(server, TokenSource.NONE);
        auth = client.auth();
    }

    /** Answers with tokens, or with the organisations to choose from before asking again with one of them. */
    public SignInAnswer signIn(String email, String password, @Nullable UUID organisation, SignInDevice device)
            throws IOException {
        return ServerClient.answer(auth.signIn(new SignInRequest(email, password, organisation, device)));
    }

    public InvitationOffer offer(String code) throws IOException {
        return ServerClient.answer(auth.offer(new CodeRequest(code)));
    }

    public Tokens accept(AcceptRequest request) throws IOException {
        return ServerClient.answer(auth.accept(request));
    }

    public Tokens setUp(SetUpRequest request) throws IOException {
        return ServerClient.answer(auth.setUp(request));
    }

    public void reset(ResetRequest request) throws IOException {
        ServerClient.done(auth.reset(request));
    }

    /** The next tokens for these. */
    public Tokens refresh(Tokens old) throws IOException {
        return ServerClient.answer(auth.refresh(new RefreshRequest(old.refreshToken())));
    }

    /** Who the tokens are for. */
    public SignedIn signedIn(Tokens tokens) throws IOException {
        try (var known = new ServerClient(server, new Fixed(tokens.accessToken()))) {
            Me me = ServerClient.answer(known.auth().me());
            return new SignedIn(server.toString(), tokens, me);
        }
    }

    private record Fixed(String access) implements TokenSource {
        @Override
        public @Nullable String renewed(@Nullable String refused) {
            return null;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

package cadran.desktop.profiles;

import cadran.desktop.client.AuthApi;
import cadran.desktop.client.ServerClient;
import cadran.desktop.client.TokenSource;
import cadran.model.auth.AcceptRequest;
import cadran.model.auth.CodeRequest;
import cadran.model.auth.Me;
import cadran.model.auth.RefreshRequest;
import cadran.model.auth.ResetRequest;
import cadran.model.auth.SetUpRequest;
import cadran.model.auth.SignInAnswer;
import cadran.model.auth.SignInDevice;
import cadran.model.auth.SignInRequest;
import cadran.model.auth.Tokens;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.Registration;
import cadran.model.problem.ProblemException;
import java.io.IOException;
import java.util.List;
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

    /**
     * A code doesn't say what it is for, so each use is asked in turn. The server looks at the code before anything
     * else: where it is right, a request that is empty otherwise is refused for another reason and uses nothing up.
     */
    public CodePurpose purpose(String code) throws IOException {
        try {
            return new CodePurpose.Invitation(ServerClient.answer(auth.offer(new CodeRequest(code))));
        } catch (ProblemException notInvited) {
            if (!isUnknown(notInvited)) {
                throw notInvited;
            }
            if (takes(() -> setUp(nobody(code)))) {
                return new CodePurpose.SetUp();
            }
            if (takes(() -> reset(new ResetRequest(code, "")))) {
                return new CodePurpose.Reset();
            }
            throw notInvited;
        }
    }

    private static SetUpRequest nobody(String code) {
        return new SetUpRequest(
                code,
                "",
                "",
                "fr",
                "",
                List.of(),
                new Registration(OrganisationKind.B2C, "", null, null),
                "UTC",
                new SignInDevice(new UUID(0, 0), ""));
    }

    private interface Use {
        void now() throws IOException;
    }

    private static boolean takes(Use use) throws IOException {
        try {
            use.now();
            return true;
        } catch (ProblemException refused) {
            return !isUnknown(refused);
        }
    }

    private static boolean isUnknown(ProblemException refused) {
        return refused.problem().code().equals("code.unknown");
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

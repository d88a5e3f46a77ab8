package cadran.server.testing;

import cadran.model.auth.SignInDevice;
import cadran.model.auth.Tokens;
import cadran.model.ids.OrganisationId;
import cadran.model.wire.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody with tokens, who asks the server. */
public record SignedIn(RunningHttp http, String email, Tokens tokens, SignInDevice device) {
    public OrganisationId organisation() {
        return new OrganisationId(tokens.organisation());
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    public HttpResponse<String> post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    /** Whatever the version is by now. */
    public HttpResponse<String> patch(String path, Object body) {
        return patch(path, "*", body);
    }

    public HttpResponse<String> patch(String path, @Nullable String ifMatch, Object body) {
        var json = Json.MAPPER.writeValueAsString(body);
        var headers = new ArrayList<>(
                List.of("Authorization", "Bearer " + tokens.accessToken(), "Content-Type", "application/json"));
        if (ifMatch != null) headers.addAll(List.of("If-Match", ifMatch));
        return http.send("PATCH", path, json, headers.toArray(String[]::new));
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, null);
    }

    public HttpResponse<String> delete(String path, String ifMatch) {
        return http.send("DELETE", path, "", "Authorization", "Bearer " + tokens.accessToken(), "If-Match", ifMatch);
    }

    public HttpResponse<String> send(String method, String path, @Nullable Object body) {
        return with(http, tokens.accessToken(), method, path, body);
    }

    public static HttpResponse<String> with(
            RunningHttp http, String token, String method, String path, @Nullable Object body) {
        var json = body == null ? "" : Json.MAPPER.writeValueAsString(body);
        return http.send(method, path, json, "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    /** The same person with the next tokens. */
    public SignedIn with(Tokens next) {
        return new SignedIn(http, email, next, device);
    }

    @Override
    public String toString() {
        return email;
    }
}

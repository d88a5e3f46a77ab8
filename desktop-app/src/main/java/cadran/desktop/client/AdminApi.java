package cadran.desktop.client;

import cadran.model.audit.AuditCheck;
import cadran.model.audit.AuditPage;
import cadran.model.auth.DeviceSession;
import cadran.model.organisations.ApiKey;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.Items;
import cadran.model.organisations.Member;
import cadran.model.organisations.Organisation;
import cadran.model.organisations.ResetCode;
import cadran.model.organisations.Team;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Users, teams, keys and organisations: done at the server at once, never queued. */
public interface AdminApi {
    /** The version that a change is based on: the server refuses it when somebody else was faster. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }

    @GET("api/v1/users")
    Call<Items<Member>> users();

    @GET("api/v1/users/{id}")
    Call<Member> user(@Path("id") UUID id);

    @PATCH("api/v1/users/{id}")
    Call<Member> patchUser(@Path("id") UUID id, @Header("If-Match") String version, @Body Member.Patch patch);

    @POST("api/v1/users/{id}/deactivate")
    Call<Member> deactivate(@Path("id") UUID id);

    @POST("api/v1/users/{id}/reactivate")
    Call<Member> reactivate(@Path("id") UUID id);

    @POST("api/v1/users/{id}/reset")
    Call<ResetCode> resetPassword(@Path("id") UUID id);

    @GET("api/v1/users/{id}/sessions")
    Call<Items<DeviceSession>> sessions(@Path("id") UUID user);

    @DELETE("api/v1/users/{id}/sessions/{session}")
    Call<Void> revokeSession(@Path("id") UUID user, @Path("session") UUID session);

    @GET("api/v1/invitations")
    Call<Items<Invitation>> invitations();

    @POST("api/v1/invitations")
    Call<Invitation.Made> invite(@Body Invitation.Request request);

    @DELETE("api/v1/invitations/{id}")
    Call<Void> revokeInvitation(@Path("id") UUID id);

    @GET("api/v1/teams")
    Call<Items<Team>> teams();

    @POST("api/v1/teams")
    Call<Team> makeTeam(@Body Team.Request request);

    @PATCH("api/v1/teams/{id}")
    Call<Team> renameTeam(@Path("id") UUID id, @Header("If-Match") String version, @Body Team.Request request);

    @DELETE("api/v1/teams/{id}")
    Call<Void> deleteTeam(@Path("id") UUID id);

    @GET("api/v1/api-keys")
    Call<Items<ApiKey>> apiKeys();

    @POST("api/v1/api-keys")
    Call<ApiKey.Made> makeApiKey(@Body ApiKey.Request request);

    @DELETE("api/v1/api-keys/{id}")
    Call<Void> revokeApiKey(@Path("id") UUID id);

    /** @param before entries with smaller numbers only; null begins with the newest */
    @GET("api/v1/audit")
    Call<AuditPage> audit(@Query("before") @Nullable Long before, @Query("limit") int limit);

    @GET("api/v1/audit/check")
    Call<AuditCheck> checkAudit();

    @GET("api/v1/organisation")
    Call<Organisation> organisation();

    @PATCH("api/v1/organisation")
    Call<Organisation> patchOrganisation(@Header("If-Match") String version, @Body Organisation.Patch patch);

    @GET("api/v1/organisations")
    Call<Items<Organisation>> organisations();

    @POST("api/v1/organisations")
    Call<Organisation.Made> makeOrganisation(@Body Organisation.Request request);

    @GET("api/v1/organisations/{id}")
    Call<Organisation> organisation(@Path("id") UUID id);

    @POST("api/v1/organisations/{id}/suspend")
    Call<Organisation> suspend(@Path("id") UUID id);

    @POST("api/v1/organisations/{id}/resume")
    Call<Organisation> resume(@Path("id") UUID id);

    @POST("api/v1/resets")
    Call<ResetCode> resetByEmail(@Body ResetCode.Request request);
}

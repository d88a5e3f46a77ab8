package cadran.desktop.organisation;

import cadran.model.audit.AuditCheck;
import cadran.model.audit.AuditPage;
import cadran.model.auth.Consent;
import cadran.model.auth.DeviceSession;
import cadran.model.auth.Me;
import cadran.model.auth.PasswordChange;
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
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** What this feature asks of the server. Paths have no leading slash, so that a server may stand under a prefix. */
interface OrganisationApi {
    @GET("api/v1/users/me")
    Call<Me> me();

    @POST("api/v1/users/me/consents")
    Call<Void> consent(@Body Consent consent);

    @GET("api/v1/auth/sessions")
    Call<Items<DeviceSession>> ownDevices();

    @DELETE("api/v1/auth/sessions/{id}")
    Call<Void> revokeOwnDevice(@Path("id") UUID session);

    @POST("api/v1/auth/password")
    Call<Void> changePassword(@Body PasswordChange change);

    @GET("api/v1/users")
    Call<Items<Member>> members();

    @PATCH("api/v1/users/{id}")
    Call<Member> patchMember(@Path("id") UUID user, @Body Member.Patch patch);

    @POST("api/v1/users/{id}/deactivate")
    Call<Member> deactivate(@Path("id") UUID user);

    @POST("api/v1/users/{id}/reactivate")
    Call<Member> reactivate(@Path("id") UUID user);

    @POST("api/v1/users/{id}/reset")
    Call<ResetCode> reset(@Path("id") UUID user);

    @GET("api/v1/users/{id}/sessions")
    Call<Items<DeviceSession>> devices(@Path("id") UUID user);

    @DELETE("api/v1/users/{id}/sessions/{session}")
    Call<Void> revokeDevice(@Path("id") UUID user, @Path("session") UUID session);

    @GET("api/v1/invitations")
    Call<Items<Invitation>> invitations();

    @POST("api/v1/invitations")
    Call<Invitation.Made> invite(@Body Invitation.Request request);

    @DELETE("api/v1/invitations/{id}")
    Call<Void> withdrawInvitation(@Path("id") UUID invitation);

    @GET("api/v1/teams")
    Call<Items<Team>> teams();

    @POST("api/v1/teams")
    Call<Team> makeTeam(@Body Team.Request request);

    @PATCH("api/v1/teams/{id}")
    Call<Team> renameTeam(@Path("id") UUID team, @Body Team.Request request);

    @DELETE("api/v1/teams/{id}")
    Call<Void> deleteTeam(@Path("id") UUID team);

    @GET("api/v1/api-keys")
    Call<Items<ApiKey>> apiKeys();

    @POST("api/v1/api-keys")
    Call<ApiKey.Made> makeApiKey(@Body ApiKey.Request request);

    @DELETE("api/v1/api-keys/{id}")
    Call<Void> revokeApiKey(@Path("id") UUID key);

    @GET("api/v1/audit")
    Call<AuditPage> audit(@Query("before") @Nullable Long before, @Query("limit") int limit);

    @GET("api/v1/audit/check")
    Call<AuditCheck> checkAudit();

    @GET("api/v1/organisation")
    Call<Organisation> organisation();

    @PATCH("api/v1/organisation")
    Call<Organisation> patchOrganisation(@Body Organisation.Patch patch);

    @GET("api/v1/organisations")
    Call<Items<Organisation>> organisations();

    @POST("api/v1/organisations")
    Call<Organisation.Made> makeOrganisation(@Body Organisation.Request request);

    @POST("api/v1/organisations/{id}/suspend")
    Call<Organisation> suspend(@Path("id") UUID organisation);

    @POST("api/v1/organisations/{id}/resume")
    Call<Organisation> resume(@Path("id") UUID organisation);

    @POST("api/v1/resets")
    Call<ResetCode> resetByOperator(@Body ResetCode.Request request);
}

package cadran.desktop.client;

import cadran.model.auth.AcceptRequest;
import cadran.model.auth.CodeRequest;
import cadran.model.auth.Consent;
import cadran.model.auth.DeviceSession;
import cadran.model.auth.InvitationOffer;
import cadran.model.auth.Me;
import cadran.model.auth.PasswordChange;
import cadran.model.auth.RefreshRequest;
import cadran.model.auth.ResetRequest;
import cadran.model.auth.SetUpRequest;
import cadran.model.auth.SignInAnswer;
import cadran.model.auth.SignInRequest;
import cadran.model.auth.Tokens;
import cadran.model.organisations.Items;
import java.util.UUID;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** Signing in and out, and the account of whoever is signed in. */
public interface AuthApi {
    @POST("api/v1/auth/set-up")
    Call<Tokens> setUp(@Body SetUpRequest request);

    @POST("api/v1/auth/sign-in")
    Call<SignInAnswer> signIn(@Body SignInRequest request);

    @POST("api/v1/auth/refresh")
    Call<Tokens> refresh(@Body RefreshRequest request);

    @POST("api/v1/auth/invitation")
    Call<InvitationOffer> offer(@Body CodeRequest request);

    @POST("api/v1/auth/accept")
    Call<Tokens> accept(@Body AcceptRequest request);

    @POST("api/v1/auth/reset")
    Call<Void> reset(@Body ResetRequest request);

    @POST("api/v1/auth/sign-out")
    Call<Void> signOut();

    @POST("api/v1/auth/password")
    Call<Void> changePassword(@Body PasswordChange request);

    @GET("api/v1/auth/sessions")
    Call<Items<DeviceSession>> sessions();

    @DELETE("api/v1/auth/sessions/{id}")
    Call<Void> revokeSession(@Path("id") UUID id);

    @GET("api/v1/users/me")
    Call<Me> me();

    @POST("api/v1/users/me/consents")
    Call<Void> consent(@Body Consent consent);
}
